-- title: Contacts by stage
-- unit: log entries
-- counted: Entries of the outreach logs, each one step with one contact on one day. A contact that went through three
--   stages has three entries.
-- A row: one stage, in the order in which contacts go through them.
with counted as (
    select stage, country, sum(contacts) as contacts
    from outreach_in($campaign, $from_day, $to_day, $countries, $institution_types)
    group by stage, country
)
select stage, sum(contacts)::bigint as contacts, count(*) filter (where country <> 'ZZ') as countries
from counted
group by stage
order by list_position(
    ['target', 'contacted', 'delivered', 'clicked', 'replied', 'committed', 'signed', 'declined'], stage
)
