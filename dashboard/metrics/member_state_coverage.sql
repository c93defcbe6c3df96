-- title: Member states by stories told there
-- unit: stories
-- counted: Mentions of the same text are one story, counted once in each country where it was told, on the day of its first
--   report there in the campaign's time zone: a wire that forty outlets printed is one. Kinds of institution do not apply
--   to media. Population is that of the reference data.
-- A row: one of the 27 member states.
with counted as (
    select country as iso2, sum(stories)::bigint as stories
    from stories_in($campaign, $from_day, $to_day, null)
    group by country
)
select iso2, name, coalesce(stories, 0) as stories, population
from country
left join counted using (iso2)
where is_member_state
order by name
