-- title: Organisations that sign in their own name
-- unit: signatures
-- counted: Each organisation counts once, however many members or employees it speaks for; none of them is added to people.
-- A row: one country and kind of institution of such organisations.
select
    counted.country as iso2,
    coalesce(any_value(country.name), 'Country unknown') as name,
    coalesce(any_value(label), 'Unknown') as label,
    sum(signatures)::bigint as signatures
from organisations_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out) as counted
left join country on country.iso2 = counted.country
left join institution_type using (institution_type)
group by counted.country, counted.institution_type
order by signatures desc, name, label
