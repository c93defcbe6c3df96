-- What the database in use can hold. A row: one column of one table.
select table_name, column_name, data_type
from duckdb_columns()
where database_name = current_database() and schema_name = 'main' and not internal
order by all
