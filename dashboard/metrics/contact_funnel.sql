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
),
by_step as (
    select map(list(step), list(contact_count)) as contact_counts from counted
)
select
    unnest(['contacted', 'delivered', 'clicked', 'replied', 'committed', 'signed', 'declined']) as step,
    coalesce(contact_counts[step], 0) as contact_count
from by_step
where contact_counts is not null
