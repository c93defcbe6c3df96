-- title: Signatures by kind of institution
-- unit: signatures
-- counted: Each confirmed person counts once, under the kind of institution that was stated or that the affiliation
--   shows. Who names several affiliations counts by the first, whole under each kind, or in equal shares, as the reader
--   chooses. Organisations that sign in their own name are counted apart.
-- A row: one kind of institution that has signatures.
select
    counted.institution_type,
    coalesce(any_value(label), 'Unknown') as label,
    sum(in_kind) / 60 as signatures
from people_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out, $by) as counted
left join institution_type using (institution_type)
group by counted.institution_type
order by signatures desc, label
