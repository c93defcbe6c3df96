-- title: Mentions by country
-- unit: mentions; stories
-- counted: Each address under which a text was published is one mention, in the country of its outlet. Mentions of the
--   same text are one story, counted where it was first reported. Kinds of institution do not apply to media.
-- A row: one country, the unknown one last; every member state has a row, also without a mention.
with counted as (
    select country as iso2, sum(mentions)::bigint as mentions, sum(stories)::bigint as stories, max(day) as last_day
    from brief_media_in($campaign, $from_day, $to_day, $countries)
    group by country
)
select
    iso2,
    coalesce(name, 'Country unknown') as name,
    coalesce(is_member_state, false) as is_member_state,
    coalesce(mentions, 0) as mentions,
    coalesce(stories, 0) as stories,
    last_day
from country
full join counted using (iso2)
where counted.iso2 is not null or (is_member_state and country_chosen(iso2, $countries))
order by iso2 = 'ZZ', mentions desc, name
