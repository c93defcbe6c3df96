-- title: The e-mail domain with the most signatures
-- unit: signatures
-- counted: The domain of the addresses that most signers of the chosen days gave, and how many gave one of it on earlier
--   days. Which domain it is is not kept; those with fewer than ten signatures are left out, and where a kind of
--   institution is chosen all are.
-- A row: one domain; none where no address was given.
select
    domain_number as code,
    sum(signatures) filter (day_chosen(day, $from_day, $to_day))::bigint as signatures,
    coalesce(sum(signatures) filter (not day_chosen(day, $from_day, $to_day)), 0)::bigint as earlier
from email_domains_in($campaign, null, $to_day, $countries, $left_out)
where $institution_types is null
group by domain_number
order by signatures desc nulls last, domain_number
limit 1
