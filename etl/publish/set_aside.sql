-- Sets aside the confirmed signatures of a campaign that fit all conditions that are given, also those that repeat
-- another one, so that none of them takes the place of one that is set aside.
insert into set_aside
select coalesce(max(act), 0) + 1, $campaign_id, $set_aside_at, $chosen_by, $reason from set_aside;

create or replace temp table newest_act as select max(act) as act from set_aside;

insert into set_aside_signature
select act, file_id, line, part
from meant_signature m
cross join newest_act
join loaded_file f using (file_id)
left join understood u using (text_number)
where m.campaign_id = $campaign_id
  and (m.day >= $from_day or $from_day is null)
  and (m.day <= $to_day or $to_day is null)
  and (m.signed_at >= $from_time or $from_time is null)
  and (m.signed_at < $to_time or $to_time is null)
  and (m.country = $country or $country is null)
  and (m.institution_type = $institution_type or $institution_type is null)
  and (lower(u.institution) = lower($institution) or $institution is null)
  and (m.channel = $channel or $channel is null)
  and (m.domain_key = $domain_key or $domain_key is null)
  and (f.file_sha256 = $file_sha256 or $file_sha256 is null);
