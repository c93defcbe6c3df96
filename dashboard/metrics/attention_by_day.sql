-- title: Contacts and mentions a day
-- unit: log entries; mentions
-- counted: Entries of the contact log that say contacted, and addresses under which a text was published. Kinds of
--   institution do not apply to media.
-- A row: one day and country that has either.
with entries as (
    select day, country, contacts, 0 as mentions
    from outreach_in($campaign, $from_day, $to_day, $countries, $institution_types)
    where stage = 'contacted'
    union all
    select day, country, 0, mentions from brief_media_in($campaign, $from_day, $to_day, $countries)
)
select day, country, sum(contacts)::bigint as contacts, sum(mentions)::bigint as mentions
from entries
group by day, country
order by day, country
