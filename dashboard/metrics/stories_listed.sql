-- title: How many stories the list holds
-- unit: stories
-- counted: As in the list of stories: first reported on a chosen day, and told in one of the chosen countries.
-- A row: the whole selection; there is one row.
select count(*) as stories from stories_told_in($campaign, $from_day, $to_day, $countries)
