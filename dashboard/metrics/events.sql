-- title: What happened
-- unit: events
-- counted: The campaign's own list of events: mailings, articles, talks, milestones, notes. An event without a country
--   concerns the whole campaign.
-- A row: one event.
select event_id, day, kind, title, chosen.country, country.name as country_name
from events_in($campaign, $from_day, $to_day, $countries) as chosen
left join country on country.iso2 = chosen.country
order by day, event_id
