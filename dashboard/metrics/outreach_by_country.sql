-- title: Contacts by country
-- unit: log entries
-- counted: Entries of the contact logs by the country that is stated or that the organisation shows. An entry is one
--   step with one contact on one day, so a contact may have several; those that say replied and signed are among them.
--   Targets are listed, not contacted, and are counted apart.
-- A row: one country, the unknown one last; every member state has a row, also where nothing was tried.
with counted as (
    select
        country as iso2,
        coalesce(sum(contacts) filter (where stage = 'target'), 0)::bigint as targets,
        coalesce(sum(contacts) filter (where stage <> 'target'), 0)::bigint as contacts,
        coalesce(sum(contacts) filter (where stage = 'replied'), 0)::bigint as replied,
        coalesce(sum(contacts) filter (where stage = 'signed'), 0)::bigint as signed,
        max(day) filter (where stage <> 'target') as last_day
    from outreach_in($campaign, $from_day, $to_day, $countries, $institution_types)
    group by country
)
select
    iso2,
    coalesce(name, 'Country unknown') as name,
    coalesce(is_member_state, false) as is_member_state,
    coalesce(targets, 0) as targets,
    coalesce(contacts, 0) as contacts,
    coalesce(replied, 0) as replied,
    coalesce(signed, 0) as signed,
    last_day
from country
full join counted using (iso2)
where counted.iso2 is not null or (is_member_state and country_chosen(iso2, $countries))
order by iso2 = 'ZZ', contacts desc, targets desc, name
