-- title: The institution with the most signatures
-- unit: signatures
-- counted: The institution that most signers of the chosen days name, and how many named it on earlier days; beside the
--   signatures of those days that name any institution.
-- A row: one institution; none where nobody names one.
with named as (
    select institution_number, day_chosen(day, $from_day, $to_day) as is_inside, signatures
    from institutions_in($campaign, null, $to_day, $countries, $institution_types, $left_out)
    where signer_kind = 'person'
),
counted as (
    select
        institution_number,
        sum(signatures) filter (is_inside)::bigint as signatures,
        coalesce(sum(signatures) filter (not is_inside), 0)::bigint as earlier
    from named group by institution_number
)
select institution, signatures, earlier, sum(earlier) over ()::bigint as earlier_of_all
from counted join institution using (institution_number)
order by signatures desc nulls last, institution_number
limit 1
