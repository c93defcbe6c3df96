-- title: Signatures by country
-- unit: signatures; signatures per million inhabitants; share of all signatures shown
-- counted: Each confirmed person counts once, in the country of the stated country or affiliation. Who names several
--   affiliations counts by the first, whole in each country, or in equal shares, as the reader chooses. Organisations
--   that sign in their own name are counted apart. Per million inhabitants uses the populations in the reference data and
--   is given for member states only. Shares are of all people of the selection, unknown countries among them.
-- A row: one country; every member state has a row, also without a signature.
with counted as (
    select country as iso2, sum(in_country) / 60 as signatures, sum(sum(in_all)) over () / 60 as people
    from people_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out, $by)
    group by country
)
select
    iso2,
    coalesce(name, 'Country unknown') as name,
    coalesce(is_member_state, false) as is_member_state,
    coalesce(signatures, 0) as signatures,
    population,
    1e6 * coalesce(signatures, 0) / population as per_million,
    coalesce(signatures, 0) / nullif(max(people) over (), 0) as share
from country
full join counted using (iso2)
where counted.iso2 is not null or (is_member_state and country_chosen(iso2, $countries))
order by signatures desc, name
