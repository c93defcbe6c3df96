-- title: Signatures by kind of institution
-- unit: signatures
-- counted: Each confirmed person or organisation counts once, under the kind of institution that was stated or that the
--   affiliation shows.
-- A row: one kind of institution that has signatures.
select
    counted.institution_type,
    coalesce(any_value(label), 'Unknown') as label,
    sum(signatures)::bigint as signatures
from signatures_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out) as counted
left join institution_type using (institution_type)
group by counted.institution_type
order by signatures desc, label
