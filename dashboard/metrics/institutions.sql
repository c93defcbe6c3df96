-- title: Institutions
-- unit: signatures
-- counted: Signatures whose affiliation names an institution, added up under it. Persons without one are not in here, so
--   these numbers add up to less than the total.
-- A row: one institution.
select
    any_value(institution) as institution,
    coalesce(any_value(country.name), 'Country unknown') as country_name,
    coalesce(any_value(label), 'Unknown') as type_label,
    sum(signatures)::bigint as signatures,
    min(day) as first_day
from institutions_in($campaign, $from_day, $to_day, $countries, $institution_types) as counted
left join country on country.iso2 = counted.country
left join institution_type using (institution_type)
group by institution_id
order by signatures desc, institution
