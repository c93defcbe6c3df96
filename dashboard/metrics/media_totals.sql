-- title: Mentions
-- unit: mentions; stories
-- counted: Each address under which a text was published is one mention; mentions of the same text are one story. Day
--   seen are mentions without a usable date of publication: they count on the day they were seen.
-- A row: the whole selection; there is one row.
select
    coalesce(sum(mentions), 0)::bigint as mentions,
    coalesce(sum(mentions) filter (where country <> 'ZZ'), 0)::bigint as known_country,
    coalesce(sum(stories), 0)::bigint as stories,
    coalesce(sum(day_seen), 0)::bigint as day_seen,
    count(distinct country) filter (where country <> 'ZZ') as countries
from brief_media_in($campaign, $from_day, $to_day, $countries)
