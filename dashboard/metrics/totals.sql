-- title: Totals
-- unit: signatures
-- counted: Each confirmed person counts once in the campaign; organisations that sign in their own name are counted
--   apart. A country or member state is reached when its signatures are more than none.
-- A row: the whole selection; there is one row.
with counted as (
    select
        country as iso2,
        sum(signatures) as signatures,
        sum(signatures) filter (where institution_type <> 'unknown') as known_type,
        min(day) as first_day,
        max(day) as last_day
    from signatures_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
    group by country
)
select
    coalesce(sum(signatures), 0)::bigint as signatures,
    (
        select coalesce(sum(signatures), 0)::bigint
        from organisations_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
    ) as organisations,
    coalesce(sum(signatures) filter (where iso2 <> 'ZZ'), 0)::bigint as known_country,
    coalesce(sum(known_type), 0)::bigint as known_type,
    count(*) filter (where iso2 <> 'ZZ' and signatures > 0) as countries,
    count(*) filter (where is_member_state and signatures > 0) as member_states,
    min(first_day) as first_day,
    max(last_day) as last_day
from counted
left join country using (iso2)
