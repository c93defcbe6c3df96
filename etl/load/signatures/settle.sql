-- Which confirmed signatures do not count: all but a person's earliest (then file hash, then line), whatever the order
-- of loading.
create or replace table superseded as
with several as (
    select campaign_id, person_key from signature where is_confirmed group by all having count(*) > 1
),
ranked as (
    select
        file_id, line, part,
        row_number() over (
            partition by campaign_id, person_key order by signed_at, loaded_file.file_sha256, line, part
        ) as place
    from signature
    semi join several using (campaign_id, person_key)
    join loaded_file using (file_id)
    where is_confirmed
)
select file_id, line, part from ranked where place > 1;
