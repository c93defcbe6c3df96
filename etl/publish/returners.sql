-- Who has signed an earlier campaign already: people only, real campaigns beside real ones, invented beside invented ones.

create temp table campaign_pair as
select now.campaign_id, earlier.campaign_id as earlier_campaign_id
from published.campaign now
join published.campaign earlier
  on now.is_demo = earlier.is_demo and (earlier.launched_on, earlier.campaign_id) < (now.launched_on, now.campaign_id)
where now.campaign_id in (select campaign_id from signature) and earlier.campaign_id in (select campaign_id from signature);

-- One row: a person of such a campaign under one of the keys, with an institution that they named. People belong to networks,
-- associations and NGOs beside where they work: that is no affiliation that could change.
create temp table seen_person as
select distinct
    s.campaign_id, coalesce(person, s.person_key) as person, s.person_key, s.is_key_strong,
    if(s.is_full_name, s.name_key, null) as name_key,
    if(u.institution_type not in ('network_or_association', 'ngo'), u.institution_id, null) as institution_id
from signature s
left join same_person p on p.campaign_id = s.campaign_id and p.person_key = s.person_key
left join understood u on u.campaign_id = s.campaign_id and u.text = s.affiliation
anti join (from superseded where is_withdrawn) using (file_id, line, part)
where s.is_confirmed and s.signer_kind = 'person'
  and s.campaign_id in (select campaign_id from campaign_pair union select earlier_campaign_id from campaign_pair);

-- One row: a person with the one they were. For certain: the same address, or the same full name at the same institution.
-- Likely: the full name alone, where one person bears it in each campaign.
create temp table returned_person as
with mark as (
    select distinct campaign_id, person, hash(person_key) as mark from seen_person where is_key_strong
    union
    select distinct campaign_id, person, hash(name_key, institution_id) from seen_person
    where name_key is not null and institution_id is not null
),
sole_bearer as (
    select campaign_id, name_key, any_value(person) as person
    from seen_person where name_key is not null
    group by campaign_id, name_key having count(distinct person) = 1
),
certain as (
    select distinct pair.campaign_id, pair.earlier_campaign_id, now.person, earlier.person as earlier_person
    from campaign_pair pair
    join mark now on now.campaign_id = pair.campaign_id
    join mark earlier on earlier.campaign_id = pair.earlier_campaign_id and earlier.mark = now.mark
),
likely as (
    select pair.campaign_id, pair.earlier_campaign_id, now.person, earlier.person as earlier_person
    from campaign_pair pair
    join sole_bearer now on now.campaign_id = pair.campaign_id
    join sole_bearer earlier on earlier.campaign_id = pair.earlier_campaign_id and earlier.name_key = now.name_key
)
select *, 'returned' as standing from certain
union all
select *, 'likely_returned' from likely
anti join certain using (campaign_id, earlier_campaign_id, person)
anti join certain using (campaign_id, earlier_campaign_id, earlier_person);

insert into published.returner by name
with named as (
    select campaign_id, person, list(distinct institution_id) filter (institution_id is not null) as institutions
    from seen_person group by campaign_id, person
),
returned as (
    select r.campaign_id, r.earlier_campaign_id, r.person, any_value(standing) as standing,
           bool_and(not list_has_any(now.institutions, earlier.institutions)) as has_changed
    from returned_person r
    join named now on now.campaign_id = r.campaign_id and now.person = r.person
    join named earlier on earlier.campaign_id = r.earlier_campaign_id and earlier.person = r.earlier_person
    group by r.campaign_id, r.earlier_campaign_id, r.person
),
people as (select campaign_id, count(distinct person) as people from seen_person group by campaign_id)
select campaign_id, earlier_campaign_id, standing, count(*) as people,
       count(*) filter (has_changed) as changed_institution
from returned group by campaign_id, earlier_campaign_id, standing
union all
select campaign_id, earlier_campaign_id, 'new', any_value(people) - count(person), 0
from campaign_pair join people using (campaign_id) left join returned using (campaign_id, earlier_campaign_id)
group by campaign_id, earlier_campaign_id
union all
select p.campaign_id, p.earlier_campaign_id, 'not_come_back', any_value(people) - count(distinct r.earlier_person), 0
from campaign_pair p
join people on people.campaign_id = p.earlier_campaign_id
left join returned_person r on r.campaign_id = p.campaign_id and r.earlier_campaign_id = p.earlier_campaign_id
group by p.campaign_id, p.earlier_campaign_id
order by all;
