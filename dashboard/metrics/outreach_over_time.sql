-- title: Contacts over time
-- unit: log entries; signatures
-- counted: Entries of the contact logs that are more than a listed target, on their day, and beside them the signatures
--   of the same selection (differences over several days left out). A contact may have several entries.
-- A row: one day that has any; days and weeks are made of them in dashboard/answers/by_period.py.
with entries as (
    select day, contacts, if(stage = 'replied', contacts, 0) as replied, 0 as signatures
    from outreach_in($campaign, $from_day, $to_day, $countries, $institution_types)
    where stage <> 'target'
    union all
    select day, 0, 0, signatures
    from signatures_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
    where not covers_many_days
)
select
    day, sum(contacts)::bigint as contacts, sum(replied)::bigint as replied, sum(signatures)::bigint as signatures
from entries
group by day
order by day
