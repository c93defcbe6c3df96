-- The loaded file and its rejected records by reason; a record with several faults counts under one of them.
insert into rejection
with one_fault as (select line, part, min(reason) as reason from fault group by line, part)
select $file_id, reason, count(*) from one_fault group by reason;

insert into loaded_file
select
    $file_id, $campaign_id, $file, $file_sha256, $kind, $format, $loaded_at,
    (select count(*) from landed)
    + (select count(*) from (select distinct line, part from fault) anti join landed using (line, part)),
    $note;
