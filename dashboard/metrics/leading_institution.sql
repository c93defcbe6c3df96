-- title: The institution with the most signatures
-- unit: signatures
-- counted: The institution that most signers of the chosen days name, and how many named it on earlier days.
-- A row: one span of days; none where nobody names one on them.
with span as (
    select unnest($spans::struct(from_day date, to_day date)[], recursive := true)
),
counted as not materialized (
    select institution_number, day, signatures from institutions_in($campaign, null, $to_day, $countries, $institution_types, $left_out)
    where signer_kind = 'person'
),
first_of_span as (
    select from_day, to_day, institution_number, sum(signatures)::bigint as signatures
    from span join counted on day_chosen(day, from_day, to_day)
    group by from_day, to_day, institution_number
    qualify row_number() over (partition by from_day, to_day order by sum(signatures) desc, institution_number) = 1
)
select
    from_day, to_day, institution as code, any_value(first_of_span.signatures) as signatures,
    coalesce(sum(counted.signatures) filter (day < from_day), 0)::bigint as earlier
from first_of_span join counted using (institution_number) join institution using (institution_number)
group by from_day, to_day, institution_number, institution
order by from_day, to_day
