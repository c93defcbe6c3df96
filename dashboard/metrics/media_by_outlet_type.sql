-- title: Mentions by kind of outlet
-- unit: mentions; stories
-- counted: Each address under which a text was published is one mention, under the kind of outlet that its source states.
--   Mentions of the same text are one story, counted where it was first reported. Kinds of institution do not apply to
--   media.
-- A row: one kind of outlet.
select
    if(outlet_type = 'unknown', 'kind unknown', replace(outlet_type, '_', ' ')) as outlet_type,
    sum(mentions)::bigint as mentions,
    sum(stories)::bigint as stories
from brief_media_in($campaign, $from_day, $to_day, $countries)
group by all
order by mentions desc, outlet_type
