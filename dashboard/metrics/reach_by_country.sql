-- title: Signatures by country
-- unit: signatures; signatures per million inhabitants; share of all signatures shown
-- counted: Each confirmed person or organisation counts once, in the country of the stated country or affiliation. Per
--   million inhabitants uses the populations in the reference data and is given for member states only. Shares are of
--   all signatures of the selection, unknown countries among them.
-- A row: one country; every member state has a row, also without a signature.
with counted as (
    select country as iso2, sum(signatures)::bigint as signatures
    from signatures_in($campaign, $from_day, $to_day, $countries, $institution_types)
    group by country
),
listed as (
    select iso2 from counted
    union
    select iso2 from country where is_member_state and country_chosen(iso2, $countries)
)
select
    listed.iso2,
    coalesce(country.name, 'Country unknown') as name,
    coalesce(country.is_member_state, false) as is_member_state,
    coalesce(counted.signatures, 0) as signatures,
    country.population,
    1e6 * coalesce(counted.signatures, 0) / country.population as per_million,
    coalesce(counted.signatures, 0) / nullif(sum(counted.signatures) over (), 0) as share
from listed
left join counted using (iso2)
left join country using (iso2)
order by signatures desc, name
