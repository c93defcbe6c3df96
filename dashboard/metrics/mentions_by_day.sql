-- title: Mentions a day
-- unit: mentions
-- counted: Each address under which a text was published is one mention, on the day of publication.
-- A row: one day that has mentions.
select day, sum(mentions)::bigint as mentions
from brief_media_in($campaign, $from_day, $to_day, $countries)
group by day
order by day
