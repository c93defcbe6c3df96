-- Every readable log entry. Whom it concerns is kept as a mark, an organisation and a role, never as a name.
insert into contact
select
    $campaign_id, $file_id, line, part,
    mark('contact ' || concat_ws('|', coalesce(folded(organisation), ''), coalesce(folded(contact_role), ''),
                                 coalesce(email, name_form(name), ''))),
    coalesce(occurred_moment, cast($dated_at as timestamptz)),
    coalesce(calendar_day(occurred_at, occurred_moment, $campaign_zone), cast($dated_on as date)),
    organisation, contact_role, country, institution_type,
    (select code from meaning where about = 'domain' and text = top_domain(email)),
    coalesce(channel, 'unknown'), stage, coalesce(wave, ''),
    cast(follow_up_moment as date)
from record
anti join fault using (line, part);
