-- title: Member states by signatures
-- unit: signatures
-- counted: Each confirmed person counts once, in the country of the stated country or affiliation; organisations
--   that sign in their own name are counted apart. Population and seats in the European Parliament are those of the
--   reference data, sites those of the networks that the campaign looks at, institutions (of the chosen kinds) those of
--   the Research Organization Registry, where it was brought in.
-- A row: one of the 27 member states. Signatures are added in dashboard/answers/member_states.py.
with sites as (
    select country as iso2, count(*) as network_sites
    from campaign_network join network_site using (network_id)
    where campaign_id = $campaign
    group by country
),
registered as (
    select country as iso2, sum(institutions)::bigint as institutions
    from registered_institution
    where $institution_types is null or list_contains($institution_types, institution_type)
    group by country
)
select
    iso2, name, population, ep_seats, ep_seats_2020,
    coalesce(network_sites, 0) as network_sites, coalesce(institutions, 0) as institutions
from country
left join sites using (iso2)
left join registered using (iso2)
where is_member_state
order by name
