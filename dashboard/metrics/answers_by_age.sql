-- title: How long answers take
-- unit: contacts
-- counted: Contacts that were first contacted on the chosen days, by the days from then to the first answer; those without
--   one by the days that they have waited. An answer is a reply, a refusal, a commitment or a signature.
-- A row: one span of days, the shortest first.
with reached as (
    select step, contacted_on, reached_on, contacts
    from brief_contact_steps_in($campaign, $from_day, $to_day, $countries, $institution_types)
    where step in ('contacted', 'replied')
),
waited as (
    select reached_on - contacted_on as days, contacts as answered, 0 as unanswered from reached where step = 'replied'
    union all
    select cast($as_of as date) - contacted_on, 0,
           sum(if(step = 'contacted', contacts, -contacts))
    from reached group by contacted_on
)
select age, sum(answered)::bigint as answered, sum(unanswered)::bigint as unanswered
from (values (0, 0, 'the same day'), (1, 2, '1 to 2'), (3, 7, '3 to 7'), (8, 14, '8 to 14'), (15, 28, '15 to 28'),
             (29, 1000000, 'more than 28')) as span(least_days, most_days, age)
join waited on days between least_days and most_days
group by age, least_days
order by least_days
