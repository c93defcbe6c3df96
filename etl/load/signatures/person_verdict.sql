-- The organisers' word on two person keys. Where they have said the opposite before, that is taken back and nothing else: so a
-- merge and its undo leave what was there. Said again, it changes nothing.
create or replace temp table said_before as
select * from person_verdict
where campaign_id = $campaign_id
  and (person_key, other_key) in (($one::uuid, $other::uuid), ($other::uuid, $one::uuid));

delete from person_verdict
where (campaign_id, person_key, other_key) in (
    select (campaign_id, person_key, other_key) from said_before where is_same <> $is_same);

insert into person_verdict
select $campaign_id, $one::uuid, $other::uuid, $is_same where not exists (from said_before);
