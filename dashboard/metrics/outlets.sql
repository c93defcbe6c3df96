-- title: Outlets
-- unit: outlets
-- counted: Outlets with a mention on the chosen days. Most mentions are those of the outlet that has the most. Kinds of
--   institution do not apply to media.
-- A row: the whole selection; there is one row.
with counted as (
    select sum(mentions) as mentions
    from media_in($campaign, $from_day, $to_day, $countries)
    group by outlet
)
select count(*) as outlets, coalesce(max(mentions), 0)::bigint as most_mentions
from counted
