-- title: The desk
-- unit: contacts
-- counted: Contacts that have neither signed nor declined and ask for something: a follow-up that is due or overdue, no answer
--   yet, or an organisation contacted more often than contact_cap in campaign.toml allows. Chosen days do not apply: what was
--   to be done before is still to be done. The reference is the log's own, else a mark that a log may use.
-- A row: one contact, the longest overdue first, then those who have waited longest for an answer.
select
    contact_ref,
    nullif(organisation, '') as organisation,
    nullif(contact_role, '') as contact_role,
    coalesce(country.name, 'Country unknown') as country_name,
    coalesce(label, 'Unknown') as type_label,
    nullif(team, '') as team,
    channel, stage, last_entry_at, follow_up_on,
    if(is_due, days_due, null) as days_overdue,
    days_waiting, organisation_times
from open_contacts_in($campaign, $countries, $institution_types, $as_of) as waiting
left join country on country.iso2 = waiting.country
left join institution_type using (institution_type)
where case $desk
    when 'overdue' then is_due and days_due > 0
    when 'due' then is_due and days_due = 0
    when 'no_answer' then days_waiting is not null
    when 'too_often' then is_too_often
    else is_due or days_waiting is not null or is_too_often end
order by days_overdue desc nulls last, days_waiting desc nulls last, organisation, contact_ref
limit $most
