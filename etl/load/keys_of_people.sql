-- The person keys of e-mail addresses, and those given, each with all other keys of the same person in any campaign.
with given as (
    select person_mark(email, true, null::varchar, null::varchar) as person_key from (select unnest($emails::varchar[]) as email)
    union
    select unnest($keys::varchar[])::uuid
)
select person_key::varchar from (
    from given
    union
    select other.person_key
    from given
    join same_person one using (person_key)
    join same_person other on other.campaign_id = one.campaign_id and other.person = one.person
)
order by all;
