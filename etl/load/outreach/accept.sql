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
    code,
    coalesce(channel, 'unknown'),
    case stage when 'bounced' then 'contacted' when 'unsubscribed' then 'declined' else stage end, coalesce(wave, ''),
    cast(follow_up_moment as date),
    name_key,
    member_group, committees, if(stage in ('bounced', 'unsubscribed'), stage, '')
from record
left join meaning on about = 'domain' and text = domain
anti join fault using (line, part);
