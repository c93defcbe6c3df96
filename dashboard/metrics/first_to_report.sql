-- title: Who reported first
-- unit: stories
-- counted: Mentions of the same text are one story, counted at the outlet that reported first, on that day. Picked up are
--   those that another outlet told too, whenever. Kinds of institution do not apply to media.
-- A row: one outlet that was first with a story.
select
    outlet,
    any_value(outlet_type) as outlet_type,
    sum(stories)::bigint as stories,
    sum(picked_up)::bigint as picked_up
from media_in($campaign, $from_day, $to_day, $countries)
group by outlet
having sum(stories) > 0
order by picked_up desc, stories desc, outlet
