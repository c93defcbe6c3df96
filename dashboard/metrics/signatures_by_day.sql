-- title: Signatures a day
-- unit: signatures
-- counted: Each confirmed person counts once in the campaign, on the day of the earliest signature in
--   the campaign's time zone; organisations that sign in their own name are counted apart. Where only totals by country are
--   known, the difference between two totals counts on the day of the later one, and is no day's pace when it covers
--   several days.
-- A row: one day that has signatures.
select
    day,
    sum(signatures)::bigint as signatures,
    bool_or(covers_many_days) as covers_many_days
from signatures_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
group by day
order by day
