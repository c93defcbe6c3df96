-- title: Signatures by country, by kind of institution and by day
-- unit: signatures
-- counted: Each confirmed person counts once. The same signatures are added up in three ways, so that two
--   snapshots can be held beside each other.
-- A row: one country, one kind of institution or one day.
select
    case when grouping(country) = 0 then 'country' when grouping(institution_type) = 0 then 'institution_type' else 'day' end
        as aspect,
    coalesce(country, institution_type, day::varchar) as code,
    sum(signatures)::bigint as signatures
from signatures_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
group by grouping sets (country, institution_type, day)
order by aspect, code
