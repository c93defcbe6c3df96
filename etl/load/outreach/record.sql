-- The same, trimmed, in the house's words, with its moments read; a moment that cannot be read is null.
create or replace temp table kept as
with cells as (
    select
        line, part,
        cell(occurred_at) as occurred_at,
        cell(organisation) as organisation,
        in_our_words('contact_role', cell(contact_role)) as contact_role,
        coalesce(cell(name), cell(concat_ws(' ', given_name, family_name))) as name,
        lower(cell(email)) as email,
        in_our_words('country', cell(country)) as country,
        in_our_words('institution_type', cell(institution_type)) as institution_type,
        lower(in_our_words('channel', cell(channel))) as channel,
        lower(in_our_words('stage', cell(stage))) as stage,
        in_our_words('wave', cell(wave)) as wave,
        cell(follow_up_on) as follow_up_on,
        cell(contact_ref) as contact_ref,
        cell(owner) as owner,
        in_our_words('member_group', cell(member_group)) as member_group,
        cell(committees) as committees,
        moment(cell(occurred_at), $dates) as occurred_moment,
        moment(cell(follow_up_on), $dates) as follow_up_moment
    from landed
)
select *, person_mark(
    email, coalesce(is_email(email), false), coalesce(name, organisation), if(name is null, null, organisation)) as person_key
from cells;

create or replace temp view written as select * exclude (person_key) from kept;
