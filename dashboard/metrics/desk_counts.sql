-- title: What the desk holds
-- unit: contacts
-- counted: As on the desk; a contact may be overdue, without an answer and contacted too often at once.
-- A row: the whole selection; there is one row.
select
    count(*) filter (is_due or days_waiting is not null or is_too_often) as "all",
    count(*) filter (is_due and days_due > 0) as overdue,
    count(*) filter (is_due and days_due = 0) as due,
    count(*) filter (days_waiting is not null) as no_answer,
    count(*) filter (is_too_often) as too_often
from open_contacts_in($campaign, $countries, $institution_types, $as_of)
