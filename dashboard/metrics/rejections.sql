-- title: Rows that were rejected
-- unit: rows
-- counted: Rows that could not be read or checked. They are kept in quarantine with file, line and value: etl rejects.
-- A row: one kind of file and reason.
select kind, reason, sum(rows)::bigint as rows, count(distinct file) as files
from rejection
where campaign_id = $campaign
group by kind, reason
order by rows desc, reason
