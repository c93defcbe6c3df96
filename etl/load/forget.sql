-- Takes every record of the people in the temporary table forgotten out of the warehouse in use, and out of its books.
-- Where files were written anew without them ($hashes_before, $hashes_after), the ledger knows them by their new content.
create or replace temp table leaving_record as
select file_id, line, part from signature semi join forgotten using (person_key)
union all
select file_id, line, part from withdrawal semi join forgotten using (person_key)
union all
select file_id, line, part from contact where is_person and signer_key in (select person_key from forgotten);

delete from set_aside_signature where (file_id, line, part) in (select (file_id, line, part) from leaving_record);
delete from set_aside where act not in (select act from set_aside_signature);
delete from signature where person_key in (select person_key from forgotten);
delete from withdrawal where person_key in (select person_key from forgotten);
delete from contact where is_person and signer_key in (select person_key from forgotten);
delete from person_verdict
where person_key in (select person_key from forgotten) or other_key in (select person_key from forgotten);

update loaded_file set rows_in = rows_in - left_out.rows
from (select file_id, count(*) as rows from leaving_record group by file_id) as left_out
where left_out.file_id = loaded_file.file_id;

update loaded_file set file_sha256 = renamed.after
from (select unnest($hashes_before::varchar[]) as before, unnest($hashes_after::varchar[]) as after) as renamed
where file_sha256 = renamed.before;
