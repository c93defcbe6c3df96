-- title: Networks
-- unit: sites
-- counted: A network's site counts as reached where the affiliation of at least one counted signature names an institution
--   behind it. Signatures of a network count once, however many sites the institution stands behind; networks overlap, so
--   they are never added together. Which sites and institutions: data/reference/networks.
-- A row: one network that the campaign looks at and whose sites are known.
with reached as (
    select distinct network_id, site
    from institutions_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
    join institution using (institution_number)
    join network_site_institution using (institution_id)
),
signed as (
    select network_id, sum(signatures)::bigint as signatures
    from networks_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
    group by network_id
)
select
    title as network_title,
    count(*) as sites,
    count(r.site) as sites_reached,
    count(r.site) / count(*) as share,
    coalesce(any_value(s.signatures), 0)::bigint as signatures
from campaign_network
join network using (network_id)
join network_site n using (network_id)
left join reached r using (network_id, site)
left join signed s using (network_id)
where campaign_id = $campaign and country_chosen(n.country, $countries)
group by network_id, title
order by sites_reached desc, title
