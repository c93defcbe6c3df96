-- title: Totals
-- unit: signatures
-- counted: Each confirmed person counts once in the campaign; organisations that sign in their own name are counted
--   apart. A country or member state is reached when its signatures are more than none.
-- A row: what one day and country has of people or of organisations, and with or without a known kind of institution.
select
    day,
    country,
    signer_kind,
    institution_type <> 'unknown' as is_known_type,
    sum(signatures)::bigint as signatures
from signature_daily -- as signatures_in and organisations_in, in one reading: every page asks this
where campaign_id = $campaign and day_chosen(day, $from_day, $to_day) and country_chosen(country, $countries)
  and not is_left_out(day, country, $left_out)
  and ($institution_types is null or list_contains($institution_types, institution_type))
group by all
