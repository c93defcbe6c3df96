-- The least that loading can cost: the file, typed, in a table. A row that does not fit its types is put aside.
create table loaded as
select *
from read_csv(
    $file,
    header = true,
    auto_detect = false,
    delim = ',',
    quote = '"',
    escape = '"',
    columns = $columns,
    store_rejects = true,
    rejects_limit = 0
)
