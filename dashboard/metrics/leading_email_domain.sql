-- title: The e-mail domain with the most signatures
-- unit: signatures
-- counted: The domain of the addresses that most signers of the chosen days gave, and how many gave one of it on earlier
--   days. Which domain it is is not kept; those with fewer than ten signatures are left out, and where a kind of
--   institution is chosen all are.
-- A row: one span of days; none where no address was given on them.
with span as (
    select unnest($spans::struct(from_day date, to_day date)[], recursive := true)
),
counted as not materialized (
    select domain_number, day, signatures from email_domains_in($campaign, null, $to_day, $countries, $left_out)
    where $institution_types is null
),
first_of_span as (
    select from_day, to_day, domain_number, sum(signatures)::bigint as signatures
    from span join counted on day_chosen(day, from_day, to_day)
    group by from_day, to_day, domain_number
    qualify row_number() over (partition by from_day, to_day order by sum(signatures) desc, domain_number) = 1
)
select
    from_day, to_day, domain_number as code, any_value(first_of_span.signatures) as signatures,
    coalesce(sum(counted.signatures) filter (day < from_day), 0)::bigint as earlier
from first_of_span join counted using (domain_number)
group by from_day, to_day, domain_number
order by from_day, to_day
