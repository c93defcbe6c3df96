-- The same, trimmed, with its moment read and its person marked as a signature's is: no name and no address is kept.
create or replace temp table kept as
with cells as (
    select
        line, part,
        cell(withdrawn_at) as withdrawn_at,
        coalesce(cell(name), cell(concat_ws(' ', given_name, family_name))) as name,
        replace(lower(cell(email)), ' ', '') as email,
        coalesce(is_email(replace(lower(cell(email)), ' ', '')), false) as has_email,
        cell(affiliation) as affiliation
    from landed
)
select
    line, part, withdrawn_at,
    moment(withdrawn_at, $dates) as withdrawn_moment,
    has_email or name is not null as names_somebody,
    person_mark(email, has_email, name, affiliation) as person_key
from cells;
