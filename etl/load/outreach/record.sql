-- The same, trimmed, in the house's words, with its moments read; a moment that cannot be read is null. Lines that follow each
-- other are counted by the table itself, as in load/record.sql.
create or replace temp table entry as
with cells as (
    select
        if(getvariable('first_line') is null, line, null) as line, part,
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
select *, hash(contact_ref, email, organisation, contact_role, name) as contact_hash from cells;

-- The marks of every contact of the file, each worked out once: a log has several entries for one. A reference may be a mark
-- that was published.
create or replace temp table contact_marks as
with contact_named as (
    select contact_hash, any_value(contact_ref) as contact_ref, any_value(email) as email,
           any_value(organisation) as organisation, any_value(contact_role) as contact_role, any_value(name) as name
    from entry group by contact_hash
),
addressed as (
    select *, coalesce(is_email(email), false) as has_email, coalesce(contact_ref, email) is not null as is_addressed
    from contact_named
)
select
    contact_hash,
    coalesce(
        published_mark(if(is_published_mark(contact_ref), contact_ref, null)),
        contact_mark(coalesce(
            'reference ' || contact_ref,
            'e-mail ' || email,
            concat_ws('|', coalesce(folded(if(is_addressed, null, organisation)), ''),
                      coalesce(folded(if(is_addressed, null, contact_role)), ''), coalesce(name_form(name), ''))))
        ) as contact_key,
    if(name is null, null, short_mark('contact name ' || name_form(name))) as name_key,
    person_mark(email, has_email, coalesce(name, organisation), if(name is null, null, organisation)) as person_key,
    has_email, top_domain(email) as domain
from addressed;

create or replace temp table kept as
select * exclude (contact_hash) replace (coalesce(line, entry.rowid + getvariable('first_line')) as line)
from entry join contact_marks using (contact_hash);

drop table entry;
drop table contact_marks;

create or replace temp view written as select * exclude (person_key, contact_key, name_key, has_email, domain) from kept;
