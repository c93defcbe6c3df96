-- The marks of every contact of the file, each worked out once: a log has several entries for one. A reference of 16
-- hexadecimal digits is a mark that was published.
create or replace temp table contact_marks as
with contact_named as (
    select hash(contact_ref, email, organisation, contact_role, name) as contact_hash, any_value(contact_ref) as contact_ref,
           any_value(email) as email, any_value(organisation) as organisation, any_value(contact_role) as contact_role,
           any_value(name) as name
    from written group by contact_hash
)
select
    contact_hash,
    coalesce(
        try_cast(if(is_published_mark(contact_ref), '0x' || contact_ref, null) as ubigint),
        contact_mark(case
            when contact_ref is not null then 'reference ' || contact_ref
            when email is not null then 'e-mail ' || email
            else concat_ws('|', coalesce(folded(organisation), ''), coalesce(folded(contact_role), ''),
                           coalesce(name_form(name), '')) end)) as contact_key,
    if(name is null, null, short_mark('contact name ' || name_form(name))) as name_key
from contact_named;

-- Every readable log entry. Whom it concerns is kept as marks, an organisation and a role, never as a name or an address;
-- an owner only where the campaign lists it as a team.
insert into contact
select
    $campaign_id, $file_id, line, part,
    contact_key,
    if(is_published_mark(contact_ref), null, contact_ref),
    person_key,
    email is not null or name is not null,
    coalesce(occurred_moment, cast($dated_at as timestamptz)),
    coalesce(calendar_day(occurred_at, occurred_moment, $campaign_zone), cast($dated_on as date)),
    organisation, contact_role,
    coalesce(list_filter($teams::varchar[], lambda team: lower(team) = lower(owner))[1], ''),
    country, institution_type,
    (select code from meaning where about = 'domain' and text = top_domain(email)),
    coalesce(channel, 'unknown'),
    case stage when 'bounced' then 'contacted' when 'unsubscribed' then 'declined' else stage end, coalesce(wave, ''),
    cast(follow_up_moment as date),
    name_key,
    member_group, committees, if(stage in ('bounced', 'unsubscribed'), stage, '')
from record
join contact_marks on contact_hash = hash(contact_ref, email, organisation, contact_role, name)
anti join fault using (line, part);

drop table contact_marks;
