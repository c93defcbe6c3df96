-- Which confirmed signatures do not count, whatever the order of loading: those that the person has withdrawn or the
-- organisers have set aside, and all but the earliest of the others. Of several at one moment the choice rests on what
-- they say, so that it is the same however the records are spread over files; file hash and line decide between equals.

-- One row: a person key that a file since settled_file names, or whose person is another one since; and all keys of that
-- person, then and now.
create or replace temp table asked_person as
with differs as (
    (from same_person except from same_person_before) union all (from same_person_before except from same_person)
),
fresh as (
    select campaign_id, person_key from signature
    where getvariable('settled_file') > 0 and file_id > getvariable('settled_file') and is_confirmed
    union
    select campaign_id, person_key from withdrawal where file_id > getvariable('settled_file')
    union
    select campaign_id, person from differs
),
known as (from same_person union from same_person_before)
from fresh
union
select campaign_id, every.person_key
from fresh join known one using (campaign_id, person_key) join known every using (campaign_id, person);

create or replace temp table signature_of_asked as
from signature
where rowid in (
    select rowid from signature semi join asked_person using (campaign_id, person_key)
    where getvariable('settled_file') > 0 and is_confirmed
);

delete from superseded
where getvariable('settled_file') = 0 or (file_id, line, part) in (select (file_id, line, part) from asked_signature);

insert into superseded
with left_on as (  -- who withdraws under one key withdraws under all
    select w.campaign_id, coalesce(every.person_key, w.person_key) as person_key, max(w.day) as up_to
    from withdrawal w
    left join same_person one using (campaign_id, person_key)
    left join same_person every on every.campaign_id = one.campaign_id and every.person = one.person
    group by all
),
withdrawn as (
    select s.file_id, s.line, s.part
    from asked_signature s
    join left_on using (campaign_id, person_key)
    where s.day <= up_to
    union
    select file_id, line, part from asked_signature semi join set_aside_signature using (file_id, line, part)
),
several as (
    from same_person
    union all
    select campaign_id, person_key, person_key as person
    from (select campaign_id, person_key from asked_signature group by all having count(*) > 1)
    anti join same_person using (campaign_id, person_key)
),
ranked as (
    select
        file_id, line, part,
        row_number() over (
            partition by campaign_id, person
            order by signed_at, day, country_text, type_text, affiliation, email_country, channel, partner,
                     campaign_tag, signer_kind, domain_key,
                     loaded_file.file_sha256, line, part
        ) as place
    from asked_signature
    join several using (campaign_id, person_key)
    anti join withdrawn using (file_id, line, part)
    join loaded_file using (file_id)
)
select file_id, line, part, false as is_withdrawn from ranked where place > 1
union all
select file_id, line, part, true from withdrawn;
