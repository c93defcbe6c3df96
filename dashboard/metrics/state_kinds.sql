-- title: Member states by kind of institution
-- unit: signatures
-- counted: Each confirmed person counts once, in one member state and under one kind of institution; organisations
--   that sign in their own name are counted apart. Kinds without any signature, individuals, other and unknown kinds are left out. Last contact is the latest entry of
--   the contact log that is more than a target, of that kind or of an unknown one; last article the latest mention there;
--   both of any day up to the last one chosen.
-- A row: one of the 27 member states and one kind of institution.
with signed as (
    select country, institution_type, sum(signatures)::bigint as signatures
    from signatures_in($campaign, $from_day, $to_day, null, $institution_types, $left_out)
    where institution_type not in ('individual_or_none', 'other', 'unknown')
    group by all
),
kinds as (
    select institution_type, label, sort_order
    from institution_type
    where institution_type in (select institution_type from signed where signatures > 0)
),
contacted as (
    select country, institution_type, max(day) as last_on
    from outreach_in($campaign, null, $to_day, null, null)
    where stage <> 'target'
    group by all
),
mentioned as (
    select country, max(day) as last_on
    from brief_media_in($campaign, null, $to_day, null)
    group by country
),
sites as (
    select country as iso2, count(*) as network_sites
    from campaign_network join network_site using (network_id)
    where campaign_id = $campaign
    group by country
)
select
    c.iso2, name, population, ep_seats, coalesce(network_sites, 0) as network_sites,
    coalesce(registered.institutions, 0) as institutions, kinds.institution_type, label,
    country_chosen(c.iso2, $countries) as is_chosen,
    coalesce(signed.signatures, 0) as observed,
    greatest(own.last_on, untyped.last_on) as last_contact_on,
    mentioned.last_on as last_mention_on
from country c
cross join kinds
left join signed on signed.country = c.iso2 and signed.institution_type = kinds.institution_type
left join contacted own on own.country = c.iso2 and own.institution_type = kinds.institution_type
left join contacted untyped on untyped.country = c.iso2 and untyped.institution_type = 'unknown'
left join mentioned on mentioned.country = c.iso2
left join sites on sites.iso2 = c.iso2
left join registered_institution registered
  on registered.country = c.iso2 and registered.institution_type = kinds.institution_type
where is_member_state
order by sort_order, name
