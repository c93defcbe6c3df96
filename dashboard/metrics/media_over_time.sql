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
)
select
    period_from,
    period_to,
    coalesce(sum(mentions), 0)::bigint as mentions,
    coalesce(sum(stories), 0)::bigint as stories
from periods_between((select min(day) from entries), (select max(day) from entries))
left join entries on day between period_from and period_to
group by period_from, period_to
order by period_from
