-- title: Follow-ups that are due
-- unit: contacts
-- counted: As the follow-ups: contacts whose latest log entry asks for one by now and who have neither signed nor declined.
--   Days overdue are those of the one that was due first.
-- A row: the whole selection; there is one row.
select count(*) as follow_ups_due, coalesce(max($as_of - follow_up_on), 0) as days_overdue
from follow_ups_in($campaign, $countries, $institution_types)
where last_contact_on <= $as_of and follow_up_on <= $as_of
