-- title: Member states by signatures
-- unit: signatures
-- counted: Each confirmed person counts once, in the country of the stated country or affiliation; organisations
--   that sign in their own name are counted apart. Population and seats in the European Parliament are those of the reference data, sites those of the networks that the
--   campaign looks at.
-- A row: one of the 27 member states.
with counted as (
    select country as iso2, sum(signatures)::bigint as signatures
    from signatures_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
    group by country
),
sites as (
    select country as iso2, count(*) as network_sites
    from campaign_network join network_site using (network_id)
    where campaign_id = $campaign
    group by country
)
select
    iso2, name, coalesce(signatures, 0) as observed, population, ep_seats, ep_seats_2020,
    coalesce(network_sites, 0) as network_sites
from country
left join counted using (iso2)
left join sites using (iso2)
where is_member_state
order by name
