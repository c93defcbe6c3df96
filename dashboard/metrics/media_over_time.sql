-- title: Mentions over time
-- unit: mentions; stories
-- counted: Each address under which a text was published is one mention, on the day of publication or, where that
--   is missing or absurd, the day it was seen. Mentions of the same text are one story, counted on the day of its first
--   report. Kinds of institution do not apply to media.
-- A row: one day or, where the days span more than nine weeks, one week from Monday to Sunday; none is left out.
with entries as (
    select day, sum(mentions) as mentions, sum(stories) as stories
    from brief_media_in($campaign, $from_day, $to_day, $countries)
    group by day
),
span as (
    select min(day) as first_day, max(day) as last_day, if(max(day) - min(day) > 63, 7, 1) as length
    from entries
),
periods as (
    select unnest(generate_series(
        if(length = 7, date_trunc('week', first_day), first_day), last_day, to_days(length::integer)
    ))::date as period_from, length
    from span
)
select
    period_from,
    (period_from + (length - 1)::integer)::date as period_to,
    coalesce(sum(mentions), 0)::bigint as mentions,
    coalesce(sum(stories), 0)::bigint as stories
from periods
left join entries on day between period_from and period_from + (length - 1)::integer
group by period_from, length
order by period_from
