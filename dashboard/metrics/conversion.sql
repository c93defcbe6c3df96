-- title: Contacts that signed
-- unit: contacts
-- counted: Contacts that were first contacted on the chosen days, and those of them that signed: a counted signature of the
--   same person, or one that names the organisation where it was contacted itself, on the day of the first contact or later.
--   Channel and kind of institution are those of the contact. The ratio is the rate at which contacts become signatures.
-- A row: one channel and kind of institution.
select
    channel,
    institution_type,
    coalesce(sum(contacts) filter (where step = 'contacted'), 0)::bigint as contacted,
    coalesce(sum(contacts) filter (where step = 'signed'), 0)::bigint as signed
from contact_steps_in($campaign, $from_day, $to_day, $countries, $institution_types)
where step in ('contacted', 'signed')
group by channel, institution_type
order by channel, institution_type
