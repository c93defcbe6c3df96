-- Mentions and stories, from what etl/publish/stories.py found. A story counts where it was first reported.

create temp table counted_mention as
with placed as (
    select
        told.mention, told.campaign_id, story, told.address, told.published_at, told.language, told.headline,
        m.day, m.is_day_seen, m.outlet, m.outlet_type, m.url, m.title,
        coalesce(stated.code, m.domain_country, 'ZZ') as country
    from told
    join story_of_mention using (mention)
    join mention m using (file_id, line, part)
    left join meaning stated on stated.about = 'country' and stated.text = m.country_text
)
select *, mention = min(mention) over (partition by story) as is_first_report
from placed;

-- One row: one story. Its id is that of the page that reported first.
create temp table counted_story as
select
    campaign_id, story,
    substr(sha256(any_value(address) filter (is_first_report)), 1, 16) as story_id,
    min(published_at) as first_published_at,
    any_value(title) filter (is_first_report) as title,
    any_value(url) filter (is_first_report) as url,
    any_value(country) filter (is_first_report) as first_country,
    count(distinct outlet) as outlets,
    count(distinct country) filter (country <> 'ZZ') as countries,
    count(distinct language) filter (language <> '') as languages,
    count(*) as mentions
from counted_mention group by campaign_id, story;

insert into published.media_daily by name
select m.campaign_id, day, country, language, outlet, outlet_type,
       count(*) as mentions,
       count(*) filter (is_first_report) as stories,
       count(*) filter (is_first_report and s.outlets > 1) as picked_up,
       count(*) filter (is_day_seen) as day_seen
from counted_mention m join counted_story s using (story)
group by all
order by all;

insert into published.media_story by name
select * exclude (story) from counted_story
order by campaign_id, first_published_at, story_id;

insert into published.media_story_country by name
select
    m.campaign_id, story_id, m.country,
    min(m.published_at) as first_published_at,
    arg_min(m.title, mention) as title,
    arg_min(m.url, mention) as url,
    count(distinct m.outlet) as outlets,
    count(*) as mentions
from counted_mention m join counted_story using (story)
group by m.campaign_id, story_id, m.country
order by m.campaign_id, first_published_at, story_id, country;
