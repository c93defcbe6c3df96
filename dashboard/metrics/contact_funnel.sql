-- title: How far contacts came
-- unit: contacts
-- counted: Contacts that were first contacted on the chosen days, by how far they had come at their end. A contact is one
--   reference of the log, else one e-mail address, else one organisation with role and name. Who is at a step counts at
--   every earlier one too, so no step has more than the one before; a refusal is an answer. Signed is measured: a counted
--   signature of the same person, or one that names the organisation where it was contacted itself, on the day of the first
--   contact or later; what the log calls signed counts as committed. Opens of mails prove arrival and nothing more: mail
--   programs open by themselves. Intervals: Wilson, 95 %.
-- A row: one step, in order; declined, which is no step, at the end.
with counted as (
    select step, sum(contacts)::bigint as contact_count
    from brief_contact_steps_in($campaign, $from_day, $to_day, $countries, $institution_types)
    group by step
)
select step, coalesce(contact_count, 0) as contact_count
from (select unnest(['contacted', 'delivered', 'clicked', 'replied', 'committed', 'signed', 'declined']) as step,
             generate_subscripts([1, 2, 3, 4, 5, 6, 7], 1) as place)
left join counted using (step)
where exists (from counted)
order by place
