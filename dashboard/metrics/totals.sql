-- title: Totals
-- unit: signatures
-- counted: Each confirmed person counts once in the campaign; organisations that sign in their own name are counted
--   apart. A country or member state is reached when its signatures are more than none.
-- A row: the whole selection; there is one row.
with counted as (
    select
        country,
        sum(signatures) filter (where signer_kind = 'person') as people,
        sum(signatures) filter (where signer_kind = 'organisation') as organisations,
        sum(signatures) filter (where signer_kind = 'person' and institution_type <> 'unknown') as known_type,
        min(day) filter (where signer_kind = 'person') as first_day,
        max(day) filter (where signer_kind = 'person') as last_day
    from signature_daily -- as signatures_in and organisations_in, in one reading: every page asks this
    where campaign_id = $campaign and day_chosen(day, $from_day, $to_day) and country_chosen(country, $countries)
      and not is_left_out(day, country, $left_out)
      and ($institution_types is null or list_contains($institution_types, institution_type))
    group by country
)
select
    coalesce(sum(people), 0)::bigint as signatures,
    coalesce(sum(organisations), 0)::bigint as organisations,
    coalesce(sum(people) filter (where country <> 'ZZ'), 0)::bigint as known_country,
    coalesce(sum(known_type), 0)::bigint as known_type,
    count(*) filter (where country <> 'ZZ' and people > 0) as countries,
    count(*) filter (where list_contains($member_states, country) and people > 0) as member_states,
    min(first_day) as first_day,
    max(last_day) as last_day
from counted
