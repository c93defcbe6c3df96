-- Tables of a snapshot that follow from its other tables: nothing is counted here that is not there. Runs in the snapshot.

insert into outreach_daily_brief by name
select campaign_id, day, country, institution_type, channel, stage, sum(contacts)::bigint as contacts
from outreach_daily group by all
order by all;

insert into contact_step_daily_brief by name
select campaign_id, contacted_on, reached_on, step, country, institution_type, sum(contacts)::bigint as contacts
from contact_step_daily group by all
order by all;

insert into media_daily_brief by name
select campaign_id, day, country, language, outlet_type,
       sum(mentions)::bigint as mentions, sum(stories)::bigint as stories, sum(day_seen)::bigint as day_seen
from media_daily group by all
order by all;

insert into media_story_daily by name
select campaign_id, cast(here.first_published_at at time zone time_zone as date) as day, country,
       count(*) as stories,
       count(*) filter (first_country = country) as began,
       count(*) filter (first_country = country and countries > 1) as travelled,
       count(*) filter (first_country <> country and first_country <> 'ZZ' and country <> 'ZZ') as from_elsewhere
from media_story_country here
left join media_story story using (campaign_id, story_id)
join campaign using (campaign_id)
group by all
order by all;

create temp table told_together as
select campaign_id, story_id, list(country order by country) as countries
from media_story_country group by all;

create temp table combination_told as
select countries, row_number() over (order by countries) as combination
from (select distinct countries from told_together);

insert into media_story_combination by name
select combination, unnest(countries) as country from combination_told
order by all;

insert into media_story_told by name
select campaign_id, cast(first_published_at at time zone time_zone as date) as first_day, first_published_at, story_id,
       combination
from media_story
join campaign using (campaign_id)
left join (from told_together join combination_told using (countries)) using (campaign_id, story_id)
order by campaign_id, first_published_at desc, story_id;

drop table told_together;
drop table combination_told;
