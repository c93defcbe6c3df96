-- title: Sites of networks, by country
-- unit: sites
-- counted: Sites of each network in each country, how many of them have at least one counted signature, and those that have
--   none. A site is reached where an affiliation names an institution behind it.
-- A row: one network and country, those without any signer first.
with reached as (
    select distinct network_id, site
    from institutions_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
    join institution using (institution_number)
    join network_site_institution using (institution_id)
)
select
    title as network_title,
    c.name as country_name,
    count(*) as sites,
    count(r.site) as sites_reached,
    coalesce(string_agg(n.site, ', ' order by n.site) filter (r.site is null), '') as not_reached
from campaign_network
join network using (network_id)
join network_site n using (network_id)
join country c on c.iso2 = n.country
left join reached r using (network_id, site)
where campaign_id = $campaign and country_chosen(n.country, $countries)
group by title, c.name, c.is_member_state
order by title, c.is_member_state desc, sites_reached, country_name
