-- title: People, and organisations beside them
-- unit: signatures
-- counted: Each confirmed person counts once; of whom several affiliations are counted, as the reader chooses, all or a
--   share of each must be in the selection. Organisations that sign in their own name, some of them for many members, are
--   never added to people.
-- A row: the whole selection; there is one row.
with counted as (
    select country as iso2, sum(in_all) as sixtieths, sum(in_country) > 0 as is_reached
    from people_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out, $by)
    group by country
)
select
    coalesce(sum(sixtieths), 0) / 60 as signatures,
    (
        select coalesce(sum(signatures), 0)::bigint
        from organisations_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
    ) as organisations,
    coalesce(sum(sixtieths) filter (where iso2 <> 'ZZ'), 0) / 60 as known_country,
    count(*) filter (where is_reached and iso2 <> 'ZZ') as countries,
    count(*) filter (where is_reached and is_member_state) as member_states
from counted
left join country using (iso2)
