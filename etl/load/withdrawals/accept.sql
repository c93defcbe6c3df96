-- Every readable withdrawal: whose, and up to the end of which day what that person signed is taken back.
insert into withdrawal
select
    $campaign_id, $file_id, line, part, person_key,
    coalesce(calendar_day(withdrawn_at, withdrawn_moment, $campaign_zone), cast($dated_on as date))
from record
anti join fault using (line, part);
