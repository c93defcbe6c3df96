-- title: Stories
-- unit: mentions
-- counted: Mentions of the same text are one story, listed under the title and address of its first report, on that day
--   in the campaign's time zone. Outlets, countries and mentions are those of the whole campaign. Where countries are
--   chosen, a story stands here if it was told in one of them, wherever it began. Kinds of institution do not apply to
--   media.
-- A row: one story that was first reported on a chosen day, the latest first.
with chosen as (
    select * from stories_told_in($campaign, $from_day, $to_day, $countries)
    order by first_published_at desc, story_id
    limit $most
)
select title as story, first_day, outlets, countries, mentions, url
from media_story join chosen using (campaign_id, first_published_at, story_id)
order by first_published_at desc, story_id
