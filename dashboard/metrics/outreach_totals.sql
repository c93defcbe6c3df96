-- title: Contacts
-- unit: log entries
-- counted: Entries of the contact logs. An entry is one step with one contact on one day, so a contact may have several;
--   these totals do not follow single contacts. Those who are only listed as targets are counted apart.
-- A row: the whole selection; there is one row.
select
    coalesce(sum(contacts) filter (where stage <> 'target'), 0)::bigint as contacts,
    coalesce(sum(contacts) filter (where stage <> 'target' and country <> 'ZZ'), 0)::bigint as known_country,
    coalesce(sum(contacts) filter (where stage = 'target'), 0)::bigint as targets,
    coalesce(sum(contacts) filter (where stage = 'replied'), 0)::bigint as replied,
    coalesce(sum(contacts) filter (where stage = 'signed'), 0)::bigint as signed
from outreach_in($campaign, $from_day, $to_day, $countries, $institution_types)
