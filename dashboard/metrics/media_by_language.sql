-- title: Mentions by language
-- unit: mentions; stories
-- counted: Each address under which a text was published is one mention, in the language that its source states.
--   Mentions of the same text are one story, counted where it was first reported. A language is no country. Kinds of
--   institution do not apply to media.
-- A row: one language.
select language, sum(mentions)::bigint as mentions, sum(stories)::bigint as stories
from brief_media_in($campaign, $from_day, $to_day, $countries)
group by language
order by mentions desc, language
