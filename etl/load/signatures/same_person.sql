-- Which person keys are one person: the name and the institution tell it, before them the organisers. Organisations have no
-- part in it. What comes out depends on what is loaded, not on the order of loading. Who is found by a name or by initials
-- rests on the signatures with these alone: after the first settling only those of files since settled_file, a variable of
-- the session, are looked for again.

create or replace temp table asked_key as
with fresh as (
    select name_key, initial_key from signature
    where getvariable('settled_file') > 0 and file_id > getvariable('settled_file') and is_confirmed
)
select name_key as key from fresh where name_key is not null
union
select initial_key from fresh  -- by initials nobody is found where all names are full
where initial_key in (
    select initial_key from signature where is_confirmed and not is_full_name and initial_key is not null);

-- By their place in the table: of millions of signatures only the keys are read.
create or replace temp table signature_of_asked as
from signature
where rowid in (
    select rowid from signature
    where getvariable('settled_file') > 0 and is_confirmed
      and (name_key in (from asked_key) or initial_key in (from asked_key))
);

create or replace temp view asked_signature as
from signature where getvariable('settled_file') = 0 and is_confirmed
union all
from signature_of_asked;

-- One row: an affiliation text with the place that it means: its institution however it is spelt, else the text itself.
create or replace temp table named_place as
select text, hash(coalesce(institution_id, text)) as place, institution_id is not null as is_institution from affiliation;

-- One row: a full name of a campaign, as one number, that several person keys bear at one place.
create or replace temp table shared_name as
select distinct name
from (
    select hash(campaign_id, name_key) as name, place
    from asked_signature join named_place on text = affiliation
    where is_full_name and signer_kind = 'person'
    group by all having min(person_key) <> max(person_key)
);

-- One row: a person key under a name at a place, where another one there may be the same person.
create or replace temp table bearer as
with with_initials as (
    select distinct campaign_id, initial_key from asked_signature
    where not is_full_name and initial_key is not null and signer_kind = 'person'
)
select distinct campaign_id, person_key, is_key_strong, name_key, initial_key, is_full_name, place, is_institution
from asked_signature join named_place on text = affiliation
where signer_kind = 'person'
  and (hash(campaign_id, name_key) in (from shared_name)
       or (campaign_id, initial_key) in (select (campaign_id, initial_key) from with_initials));

-- One row: two person keys, each with the other, that are one person by the rules, and the name or initials that tell it.
-- A full name at one place is one person's, unless there are several addresses with it; then it is where an institution is
-- named and the name is rare: five addresses with it in the whole campaign at most.
-- Initials at one place stand for the only full name there that they fit, if there is one address at most.
delete from found_pair where getvariable('settled_file') = 0 or told_by in (from asked_key);

insert into found_pair
with addresses as (
    select campaign_id, name_key, count(distinct person_key) as addresses
    from asked_signature
    where is_key_strong and hash(campaign_id, name_key) in (from shared_name)
    group by all
),
name_at_place as (
    select campaign_id, name_key, place,
           count(distinct person_key) filter (is_key_strong) <= 1
           or bool_or(is_institution) and any_value(addresses) <= 5 as is_one
    from bearer left join addresses using (campaign_id, name_key)
    where is_full_name
    group by campaign_id, name_key, place
),
initials_at_place as (
    select campaign_id, initial_key, place
    from bearer
    group by campaign_id, initial_key, place
    having count(distinct name_key) filter (is_full_name) = 1 and bool_or(not is_full_name)
       and count(distinct person_key) filter (is_key_strong) <= 1
),
found as (
    select b.campaign_id, b.person_key, other.person_key as other_key, name_key as told_by
    from bearer b
    join bearer other using (campaign_id, name_key, place)
    join name_at_place using (campaign_id, name_key, place)
    where b.is_full_name and other.is_full_name and (is_one or not b.is_key_strong and not other.is_key_strong)
    union
    select b.campaign_id, b.person_key, other.person_key, initial_key
    from bearer b
    join bearer other using (campaign_id, initial_key, place)
    semi join initials_at_place using (campaign_id, initial_key, place)
)
from found
where person_key <> other_key and (getvariable('settled_file') = 0 or told_by in (from asked_key));

-- One row: two person keys that are one person, when the organisers have had their word.
create or replace temp table same_pair as
with recursive kept_apart as (
    select campaign_id, person_key, other_key from person_verdict where not is_same
    union
    select k.campaign_id, k.person_key, f.other_key
    from kept_apart k join found_pair f on f.campaign_id = k.campaign_id and f.person_key = k.other_key
    where f.other_key <> k.person_key
)
select campaign_id, person_key, other_key from found_pair
where person_key < other_key
  and (campaign_id, person_key, other_key) not in (from kept_apart)
  and (campaign_id, other_key, person_key) not in (from kept_apart)
union
select campaign_id, person_key, other_key from person_verdict where is_same;

create or replace temp table same_person_before as from same_person;

-- Who is the same as the same one is the same.
create or replace table same_person as
with recursive pair as (
    select campaign_id, person_key, other_key from same_pair
    union all
    select campaign_id, other_key, person_key from same_pair
),
reached as (
    from pair
    union
    select r.campaign_id, r.person_key, pair.other_key
    from reached r join pair on pair.campaign_id = r.campaign_id and pair.person_key = r.other_key
)
select campaign_id, person_key, least(person_key, min(other_key)) as person
from reached
group by campaign_id, person_key;
