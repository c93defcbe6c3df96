-- title: Where stories began and where they were told
-- unit: stories
-- counted: Mentions of the same text are one story, counted once in each country where it was told, on the day of its
--   first report there in the campaign's time zone. It began in the country of its first report; it travelled where it
--   was told in several known countries, whenever. From elsewhere are those that began in another country, where both
--   are known. Kinds of institution do not apply to media.
-- A row: one country in which a story was told, the unknown one last.
with counted as (
    select
        country as iso2,
        sum(stories)::bigint as stories,
        sum(began)::bigint as began,
        sum(travelled)::bigint as travelled,
        sum(from_elsewhere)::bigint as from_elsewhere
    from stories_in($campaign, $from_day, $to_day, $countries)
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
