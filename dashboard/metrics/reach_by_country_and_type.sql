-- title: Country and kind of institution
-- unit: signatures
-- counted: Each confirmed person counts once, in one country and under one kind of institution. Who names several
--   affiliations counts by the first, whole in each cell, or in equal shares, as the reader chooses. Organisations that
--   sign in their own name are counted apart. A cell that is not listed has no signature; one that is listed with 0 has
--   had some, taken back since or counted elsewhere.
-- A row: one country and kind of institution that has signatures.
select
    counted.country as iso2,
    coalesce(any_value(country.name), 'Country unknown') as name,
    counted.institution_type,
    coalesce(any_value(label), 'Unknown') as label,
    coalesce(any_value(sort_order), 999) as sort_order,
    sum(in_cell) / 60 as signatures
from people_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out, $by) as counted
left join country on country.iso2 = counted.country
left join institution_type using (institution_type)
group by counted.country, counted.institution_type
order by name, sort_order
