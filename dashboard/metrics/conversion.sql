-- title: Contacts that signed
-- unit: log entries
-- counted: Entries of the contact log that say contacted, and those that say signed, by channel and kind of institution;
--   one contact that signs is one signature. Their ratio is the rate at which contacts become signatures.
-- A row: one channel and kind of institution.
select
    channel,
    institution_type,
    coalesce(sum(contacts) filter (where stage = 'contacted'), 0)::bigint as contacted,
    coalesce(sum(contacts) filter (where stage = 'signed'), 0)::bigint as signed
from outreach_in($campaign, $from_day, $to_day, $countries, $institution_types)
where stage in ('contacted', 'signed')
group by channel, institution_type
order by channel, institution_type
