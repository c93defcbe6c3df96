-- Every readable signature. A person is known by the e-mail address, else by name and affiliation; neither is kept.
insert into signature
select
    $campaign_id, $file_id, line, part,
    if(coalesce(is_email(email), false),
       mark('e-mail ' || email),
       mark('name ' || name_form(name) || '|' || coalesce(folded(affiliation), ''))),
    coalesce(is_email(email), false),
    coalesce(yes_or_no(confirmed), true),
    coalesce(signer_kind, 'person'),
    coalesce(signed_moment, cast($dated_at as timestamptz)),
    coalesce(calendar_day(signed_at, signed_moment, $campaign_zone), cast($dated_on as date)),
    affiliation, country, institution_type,
    (select code from meaning where about = 'domain' and text = top_domain(email)),
    coalesce(channel, 'unknown')
from record
anti join fault using (line, part);
