-- The person keys that signed under each of the names asked for (named, marked in name_mark), with the person they are.
select distinct number, s.person_key::varchar, coalesce(person, s.person_key)::varchar
from named
join name_mark on name_mark.name_hash = hash(named.name)
join signature s using (name_key)
left join same_person p on p.campaign_id = s.campaign_id and p.person_key = s.person_key
order by all;
