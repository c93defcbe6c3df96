-- title: Events in the chosen countries
-- unit: events
-- counted: Those of the campaign's own list of events that name one of the chosen countries. Events of the whole campaign
--   stand on the page on momentum.
-- A row: one event, the latest first.
select day, kind, title, country.name as country_name
from events_in($campaign, $from_day, $to_day, $countries) as chosen
join country on country.iso2 = chosen.country
order by day desc, event_id
