-- title: Countries over time
-- unit: signatures
-- counted: Each confirmed person counts once, on the day of the earliest signature, in the country of the
--   stated country or affiliation. Differences between totals over several days are no pace and are left out.
-- A row: one country, the one with the most signatures first, and one day or, where the days span more than nine weeks,
--   one week from Monday to Sunday; none is left out.
with counted as (
    select country as iso2, day, sum(signatures) as signatures
    from signatures_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
    where not covers_many_days
    group by country, day
),
span as (
    select min(day) as first_day, max(day) as last_day, if(max(day) - min(day) > 63, 7, 1) as length
    from counted
),
periods as (
    select unnest(generate_series(
        if(length = 7, date_trunc('week', first_day), first_day), last_day, to_days(length::integer)
    ))::date as period_from, length
    from span
),
counted_by_period as (
    select iso2, if(length = 7, date_trunc('week', day), day)::date as period_from, sum(signatures) as signatures
    from counted cross join span
    group by all
),
ranked as (
    select iso2, sum(signatures) as total from counted group by iso2
)
select
    iso2,
    coalesce(country.name, 'Country unknown') as name,
    period_from,
    (period_from + (length - 1)::integer)::date as period_to,
    coalesce(signatures, 0)::bigint as signatures
from ranked
cross join periods
left join counted_by_period using (iso2, period_from)
left join country using (iso2)
order by total desc, name, period_from
