-- title: The institution with the most signatures
-- unit: signatures
-- counted: The institution that most signers of the chosen days name, and how many named it on earlier days.
-- A row: one institution; none where nobody names one.
with counted as (
    select
        institution_number,
        sum(signatures) filter (day_chosen(day, $from_day, $to_day))::bigint as signatures,
        coalesce(sum(signatures) filter (not day_chosen(day, $from_day, $to_day)), 0)::bigint as earlier
    from institutions_in($campaign, null, $to_day, $countries, $institution_types, $left_out)
    where signer_kind = 'person'
    group by institution_number
)
select institution as code, signatures, earlier
from counted join institution using (institution_number)
order by signatures desc nulls last, institution_number
limit 1
