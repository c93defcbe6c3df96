-- title: Signatures a day by country and by channel
-- unit: signatures
-- counted: Each confirmed person or organisation counts once. The same signatures are added up by country and by the
--   channel through which they came.
-- A row: one day of one country or one channel.
select
    day,
    if(grouping(country) = 0, 'country', 'channel') as aspect,
    coalesce(country, channel) as code,
    sum(signatures)::bigint as signatures
from signatures_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
group by grouping sets ((day, country), (day, channel))
order by day, aspect, code
