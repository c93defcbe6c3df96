-- title: Follow-ups
-- unit: contacts
-- counted: Contacts whose latest log entry asks for a follow-up and who have neither signed nor declined. One is due
--   from the day that the entry names; overdue are the days since. Chosen days do not apply: what was to be done before
--   is still to be done. What was logged after the day up to which things are known is not known on it.
-- A row: one contact whose follow-up is due, the one that was due first at the top.
select
    coalesce(nullif(organisation, ''), 'Not named') as organisation,
    nullif(contact_role, '') as contact_role,
    coalesce(country.name, 'Country unknown') as country_name,
    coalesce(label, 'Unknown') as type_label,
    channel,
    stage,
    last_contact_on,
    follow_up_on,
    $as_of - follow_up_on as days_overdue
from follow_ups_in($campaign, $countries, $institution_types) as waiting
left join country on country.iso2 = waiting.country
left join institution_type using (institution_type)
where last_contact_on <= $as_of and follow_up_on <= $as_of
order by follow_up_on, organisation, contact_ref
