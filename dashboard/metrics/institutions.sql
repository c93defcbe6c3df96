-- title: Institutions
-- unit: signatures
-- counted: Signatures of people whose affiliation names an institution, added up under it. Persons without one are not in here, so
--   these numbers add up to less than the total. All spellings, acronyms and languages of one institution count under one
--   name; the most frequent of them in the whole campaign are named.
-- A row: one institution, those with most signatures first; at most $most rows, all where that is NULL.
with counted as (
    select
        institution_number,
        any_value(country) as iso2,
        any_value(institution_type) as institution_type,
        sum(signatures)::bigint as signatures,
        min(day) as first_day
    from institutions_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
    where signer_kind = 'person'
    group by institution_number
    order by signatures desc, institution_number  -- numbered in the order of their names
    limit $most
),
named as (from counted join institution using (institution_number)),
spelt as (
    select institution_id, count(*) as spellings,
           list(variant order by signatures desc, variant)[:5] as most_often
    from institution_variant
    where campaign_id = $campaign and institution_id in (select institution_id from named)
    group by institution_id
)
select
    institution,
    coalesce(country.name, 'Country unknown') as country_name,
    coalesce(label, 'Unknown') as type_label,
    signatures,
    first_day,
    spellings,
    array_to_string(most_often, ' · ') as written_as
from named
left join spelt using (institution_id)
left join country using (iso2)
left join institution_type using (institution_type)
order by signatures desc, institution_number
