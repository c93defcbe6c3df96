-- Takes loaded files out of the warehouse: one by its hash, or all of a campaign where $file_sha256 is null.
create or replace temp table leaving as
select file_id from loaded_file
where campaign_id = $campaign_id and ($file_sha256 is null or file_sha256 = $file_sha256);

delete from signature where file_id in (from leaving);
delete from contact where file_id in (from leaving);
delete from mention where file_id in (from leaving);
delete from attention_observation where file_id in (from leaving);
delete from count_observation where file_id in (from leaving);
delete from withdrawal where file_id in (from leaving);
delete from rejection where file_id in (from leaving);
delete from set_aside_signature where file_id in (from leaving);
delete from set_aside where act not in (select act from set_aside_signature);
delete from loaded_file where file_id in (from leaving);
