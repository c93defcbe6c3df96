-- title: Mailings
-- unit: contacts
-- counted: Contacts of each wave that the logs name and that went by e-mail. Sent is told only where a log tells it; delivered is
--   what was sent and did not bounce, else the least that arrived: whoever opened, clicked or answered. Opens count for
--   nothing else: mail programs open by themselves. A mailing stands on its first day.
-- A row: one mailing that began on the chosen days, in their order.
with counted as (
    select wave, min(day) as day,
           sum(contacts) filter (outcome = 'sent')::bigint as sent,
           coalesce(sum(contacts) filter (outcome = 'delivered'), 0)::bigint as arrived,
           coalesce(sum(contacts) filter (outcome = 'bounced'), 0)::bigint as bounced,
           coalesce(sum(contacts) filter (outcome = 'clicked'), 0)::bigint as clicked,
           coalesce(sum(contacts) filter (outcome = 'unsubscribed'), 0)::bigint as unsubscribed
    from mailings_in($campaign, $to_day, $countries, $institution_types)
    group by wave
)
select day, wave, sent, coalesce(sent - bounced, arrived) as delivered, bounced, clicked, unsubscribed
from counted
where day >= coalesce($from_day, date '0001-01-01')
order by day, wave
