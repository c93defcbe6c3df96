-- title: Mentions by outlet
-- unit: mentions; stories
-- counted: Each address under which a text was published is one mention. Mentions of the same text are one story,
--   counted where it was first reported. Kinds of institution do not apply to media.
-- A row: one outlet.
select
    outlet,
    any_value(outlet_type) as outlet_type,
    sum(mentions)::bigint as mentions,
    sum(stories)::bigint as stories,
    min(day) as first_day,
    max(day) as last_day
from media_in($campaign, $from_day, $to_day, $countries)
group by outlet
order by mentions desc, outlet
