-- title: Where country and kind of institution are known from
-- unit: signatures
-- counted: For each counted signature, what its country and its kind of institution were taken from.
-- A row: one aspect and source.
select aspect, source, sum(signatures)::bigint as signatures
from resolution
where campaign_id = $campaign
group by aspect, source
order by aspect, signatures desc, source
