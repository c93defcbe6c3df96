-- One row: two person keys of a campaign that are one person, or likely so, with a file and line of each. likely: not merged,
-- and nobody has said what they are. merged: the rules say so. A name, or initials at a place, that more than three people
-- bear is no hint.
with placed as (
    select distinct s.campaign_id, s.person_key, coalesce(person, s.person_key) as person, name_key, initial_key, is_full_name,
           coalesce(institution_id, affiliation) as place
    from signature s
    left join affiliation on text = affiliation
    left join same_person p on p.campaign_id = s.campaign_id and p.person_key = s.person_key
    where s.campaign_id = $campaign_id and is_confirmed and signer_kind = 'person'
),
by_name as (
    select list(distinct person) as people from placed where is_full_name
    group by name_key having count(distinct person) between 2 and 3
),
by_initials as (
    select list(distinct person) filter (not is_full_name) as with_initials, list(distinct person) as people
    from placed where place is not null
    group by initial_key, place having count(distinct person) between 2 and 3 and bool_or(not is_full_name)
),
hint as (
    select unnest(people) as one, people as others, 'the same name' as why from by_name
    union all
    select unnest(with_initials), people, 'the initials fit, at the same place' from by_initials
),
likely as (
    select least(one, other) as person_key, greatest(one, other) as other_key, max(why) as why  -- the name before initials
    from (select one, unnest(others) as other, why from hint)
    where one <> other
    group by all
),
verdict as (
    select least(person_key, other_key) as person_key, greatest(person_key, other_key) as other_key, is_same
    from person_verdict where campaign_id = $campaign_id
),
found as (
    select 'likely' as state, person_key, other_key, why from likely
    union all
    select 'merged', least(person_key, person), greatest(person_key, person), 'the rules say so'
    from same_person where campaign_id = $campaign_id and person_key <> person
),
pair as (
    from found anti join verdict using (person_key, other_key)
    union all
    select if(is_same, 'merged by you', 'kept apart by you'), person_key, other_key, 'you said so' from verdict
),
seen as (
    select person_key, min((file, line)) as place
    from signature join loaded_file using (file_id)
    where signature.campaign_id = $campaign_id and is_confirmed and signer_kind = 'person'
    group by person_key
)
select state, cast(pair.person_key as varchar), one.place[1] as file, one.place[2] as line,
       cast(pair.other_key as varchar), other.place[1] as other_file, other.place[2] as other_line, why
from pair
join seen one on one.person_key = pair.person_key
join seen other on other.person_key = pair.other_key
order by list_position(['likely', 'merged by you', 'kept apart by you', 'merged'], state), file, line, other_file, other_line;
