-- title: Stories
-- unit: mentions
-- counted: Mentions of the same text are one story, listed under the title and address of its first report, on that day
--   in the campaign's time zone. Outlets, countries and mentions are those of the whole campaign. Where countries are
--   chosen, a story stands here if it was told in one of them, wherever it began. Kinds of institution do not apply to
--   media.
-- A row: one story that was first reported on a chosen day, the latest first.
with dated as (
    select media_story.*, cast(first_published_at at time zone time_zone as date) as first_day
    from media_story
    join campaign using (campaign_id)
    where campaign_id = $campaign
)
select title as story, first_day, outlets, countries, mentions, url
from dated
where day_chosen(first_day, $from_day, $to_day)
  and ($countries is null or story_id in (
      select story_id from media_story_country where campaign_id = $campaign and country_chosen(country, $countries)
  ))
order by first_published_at desc, story_id
