-- The loaded file and its rejected records by reason; a record with several faults counts under one of them. A file with
-- exactly as many records as its source gives at most is probably cut: its note says so.
insert into rejection
with one_fault as (select line, part, min(reason) as reason from fault group by line, part)
select $file_id, reason, count(*) from one_fault group by reason;

insert into loaded_file
with counted_in as (
    select
        (select count(*) from record)
        + (select count(*) from (select distinct line, part from fault) anti join record using (line, part)) as rows_in
)
select
    $file_id, $campaign_id, $file, $file_sha256, $kind, $format, $loaded_at, rows_in,
    concat_ws('; ', nullif($note, ''), if(rows_in = $row_cap,
        'probably cut: its source stops at ' || $row_cap || ' records, so load a shorter time as well', null))
from counted_in;
