-- title: Totals
-- unit: signatures
-- counted: Each confirmed person or organisation counts once in the campaign. A country or member state is reached when
--   its signatures are more than none.
-- A row: the whole selection; there is one row.
with counted as (
    select * from signatures_in($campaign, $from_day, $to_day, $countries, $institution_types)
),
reached as (
    select country from counted where country <> 'ZZ' group by country having sum(signatures) > 0
)
select
    coalesce(sum(signatures), 0)::bigint as signatures,
    coalesce(sum(signatures) filter (where signer_kind = 'organisation'), 0)::bigint as organisations,
    coalesce(sum(signatures) filter (where country <> 'ZZ'), 0)::bigint as known_country,
    coalesce(sum(signatures) filter (where institution_type <> 'unknown'), 0)::bigint as known_type,
    (select count(*) from reached) as countries,
    (select count(*) from reached join country on iso2 = reached.country where is_member_state) as member_states,
    min(day) as first_day,
    max(day) as last_day
from counted
