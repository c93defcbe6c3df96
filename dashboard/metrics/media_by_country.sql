-- title: Mentions by country
-- unit: mentions; stories
-- counted: Each address under which a text was published is one mention, in the country of its outlet. Mentions of the
--   same text are one story, counted where it was first reported. Kinds of institution do not apply to media.
-- A row: one country, the unknown one last; every member state has a row, also without a mention.
with counted as (
    select country as iso2, sum(mentions)::bigint as mentions, sum(stories)::bigint as stories, max(day) as last_day
    from brief_media_in($campaign, $from_day, $to_day, $countries)
    group by country
),
listed as (
    select iso2 from counted
    union
    select iso2 from country where is_member_state and country_chosen(iso2, $countries)
)
select
    listed.iso2,
    coalesce(country.name, 'Country unknown') as name,
    coalesce(country.is_member_state, false) as is_member_state,
    coalesce(counted.mentions, 0) as mentions,
    coalesce(counted.stories, 0) as stories,
    counted.last_day
from listed
left join counted using (iso2)
left join country using (iso2)
order by iso2 = 'ZZ', mentions desc, name
