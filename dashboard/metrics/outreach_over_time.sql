-- title: Contacts over time
-- unit: log entries; signatures
-- counted: Entries of the contact logs that are more than a listed target, on their day, and beside them the signatures
--   of the same selection (differences over several days left out). A contact may have several entries.
-- A row: one day or, where the days span more than nine weeks, one week from Monday to Sunday; none is left out.
with entries as (
    select day, sum(contacts) as contacts, sum(contacts) filter (where stage = 'replied') as replied, 0 as signatures
    from outreach_in($campaign, $from_day, $to_day, $countries, $institution_types)
    where stage <> 'target'
    group by day
    union all
    select day, 0, 0, sum(signatures)
    from signatures_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
    where not covers_many_days
    group by day
)
select
    period_from,
    period_to,
    coalesce(sum(contacts), 0)::bigint as contacts,
    coalesce(sum(replied), 0)::bigint as replied,
    coalesce(sum(signatures), 0)::bigint as signatures
from periods_between((select min(day) from entries), (select max(day) from entries))
left join entries on day between period_from and period_to
group by period_from, period_to
order by period_from
