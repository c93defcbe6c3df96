-- title: Institutions of a network
-- unit: signatures
-- counted: Institutions behind the sites of one network that signers named, with their signatures. Where counts are
--   protected they are named from ten signers on, and 10 reads: at least ten.
-- A row: one institution.
select
    institution,
    coalesce(any_value(country.name), 'Country unknown') as country_name,
    any_value(named.country) as iso2,
    sum(signatures)::bigint as signatures
from institutions_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out) as named
join institution using (institution_number)
left join country on country.iso2 = named.country
where institution_id in (select institution_id from network_site_institution where network_id = $network)
group by institution_id, institution
order by signatures desc, institution
