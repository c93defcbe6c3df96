-- title: Where stories began and where they were told
-- unit: stories
-- counted: Mentions of the same text are one story, counted once in each country where it was told, on the day of its
--   first report there in the campaign's time zone. It began in the country of its first report; it travelled where it
--   was told in several known countries, whenever. From elsewhere are those that began in another country, where both
--   are known. Kinds of institution do not apply to media.
-- A row: one country in which a story was told, the unknown one last.
with told as (
    select here.country, story.first_country, story.countries
    from media_story_country here
    join media_story story using (campaign_id, story_id)
    join campaign using (campaign_id)
    where campaign_id = $campaign and country_chosen(here.country, $countries)
      and day_chosen(cast(here.first_published_at at time zone time_zone as date), $from_day, $to_day)
),
counted as (
    select
        country as iso2,
        count(*) as stories,
        count(*) filter (where first_country = country) as began,
        count(*) filter (where first_country = country and countries > 1) as travelled,
        count(*) filter (where first_country <> country and first_country <> 'ZZ' and country <> 'ZZ') as from_elsewhere
    from told
    group by country
)
select
    iso2,
    coalesce(name, 'Country unknown') as name,
    coalesce(is_member_state, false) as is_member_state,
    stories,
    began,
    travelled,
    from_elsewhere
from counted
left join country using (iso2)
order by iso2 = 'ZZ', stories desc, name
