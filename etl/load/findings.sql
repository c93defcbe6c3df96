-- One row: one finding with the record it is about, as JSON (field: text) without the empty cells.
create or replace temp view finding as
with cells as (
    unpivot (select line, part, columns(* exclude (line, part)) from landed semi join fault using (line, part))
    on columns(* exclude (line, part)) into name field value content
),
records as (select line, part, json_group_object(field, content) as record from cells group by line, part)
select line, part, column_name as "column", value, reason, coalesce(record, '{}') as record
from fault left join records using (line, part)
order by line, part, column_name, reason;
