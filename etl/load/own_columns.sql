-- Findings about one of our fields name the file's own column, where it has one. Those of the reader ($read, the highest
-- rowid among them) do so already.
update fault set column_name = own.column_name
from (select unnest($fields) as field, unnest($columns) as column_name) own
where fault.column_name = own.field and fault.rowid > $read;
