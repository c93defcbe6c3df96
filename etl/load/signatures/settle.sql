-- Which confirmed signatures do not count, whatever the order of loading: those that the person has withdrawn, and all
-- but the earliest of the others. Of several at one moment the choice rests on what they say, so that it is the same
-- however the records are spread over files; file hash and line decide between equals.
create or replace table superseded as
with withdrawn as (
    select s.file_id, s.line, s.part
    from signature s
    join (select campaign_id, person_key, max(day) as up_to from withdrawal group by all) w
      on w.campaign_id = s.campaign_id and w.person_key = s.person_key and s.day <= w.up_to
    where s.is_confirmed
),
several as (
    select campaign_id, person_key from signature where is_confirmed group by all having count(*) > 1
),
ranked as (
    select
        file_id, line, part,
        row_number() over (
            partition by campaign_id, person_key
            order by signed_at, day, country_text, type_text, affiliation, email_country, channel, signer_kind,
                     loaded_file.file_sha256, line, part
        ) as place
    from signature
    semi join several using (campaign_id, person_key)
    anti join withdrawn using (file_id, line, part)
    join loaded_file using (file_id)
    where is_confirmed
)
select file_id, line, part, false as is_withdrawn from ranked where place > 1
union all
select file_id, line, part, true from withdrawn;
