-- title: Mentions over time
-- unit: mentions; stories
-- counted: Each address under which a text was published is one mention, on the day of publication or, where that
--   is missing or absurd, the day it was seen. Mentions of the same text are one story, counted on the day of its first
--   report. Kinds of institution do not apply to media.
-- A row: one day that has a mention; days and weeks are made of them in dashboard/answers/by_period.py.
select day, sum(mentions)::bigint as mentions, sum(stories)::bigint as stories
from brief_media_in($campaign, $from_day, $to_day, $countries)
group by day
order by day
