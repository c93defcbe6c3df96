-- title: Members of a network, by country
-- unit: sites; signatures
-- counted: Sites of one network in each country, how many of them have a counted signature, which have none, and the
--   signatures of people whose affiliation names an institution behind a site. Where counts are protected, a site counts as
--   reached from ten signers on.
-- A row: one country in which the network has a site or a signer, member states first.
with reached as (
    select distinct site
    from institutions_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
    join institution using (institution_number)
    join network_site_institution using (institution_id)
    where network_id = $network
),
sites as (
    select country as iso2, count(*) as sites, count(r.site) as sites_reached,
           coalesce(string_agg(n.site, ', ' order by n.site) filter (r.site is null), '') as not_reached
    from network_site n left join reached r using (site)
    where network_id = $network and country_chosen(country, $countries)
    group by country
),
signed as (
    select country as iso2, sum(signatures)::bigint as signatures
    from networks_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
    where network_id = $network
    group by country
)
select
    iso2,
    coalesce(country.name, 'Country unknown') as country_name,
    coalesce(is_member_state, false) as is_member_state,
    coalesce(sites, 0) as sites,
    coalesce(sites_reached, 0) as sites_reached,
    coalesce(signatures, 0) as signatures,
    coalesce(not_reached, '') as not_reached
from sites
full join signed using (iso2)
left join country using (iso2)
order by coalesce(is_member_state, false) desc, signatures desc, sites desc, country_name
