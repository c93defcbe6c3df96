-- title: Signatures an hour
-- unit: signatures
-- counted: Each confirmed person or organisation counts once, in the hour of the earliest signature on the clock of the
--   campaign. Signatures that came without a time of day are left out; kinds of institution do not apply.
-- A row: one hour that has signatures.
select day, hour, sum(signatures)::bigint as signatures
from hours_in($campaign, $from_day, $to_day, $countries, $left_out)
group by day, hour
order by day, hour
