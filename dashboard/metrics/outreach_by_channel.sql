-- title: Contacts by channel
-- unit: log entries
-- counted: Entries of the contact logs by the channel that they name. An entry is one step with one contact on one day,
--   so a contact may have several; those that say replied and signed are among them. Targets are left out.
-- A row: one channel that was used.
select
    channel,
    sum(contacts)::bigint as contacts,
    coalesce(sum(contacts) filter (where stage = 'replied'), 0)::bigint as replied,
    coalesce(sum(contacts) filter (where stage = 'signed'), 0)::bigint as signed
from outreach_in($campaign, $from_day, $to_day, $countries, $institution_types)
where stage <> 'target'
group by channel
order by contacts desc, channel
