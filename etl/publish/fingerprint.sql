-- SHA-256 over one table's rows, whatever their order.
select sha256(coalesce(string_agg(content, chr(10) order by content), ''))
from (select cast(entry as varchar) as content from query_table($table) as entry);
