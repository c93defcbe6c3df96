-- The mark of every e-mail domain of the file and the country that it tells, each worked out once.
create or replace temp table domain_mark as
select mail_domain, code as email_country, short_mark('domain ' || ascii_domain(mail_domain)) as domain_key
from (select distinct mail_domain from record where mail_domain is not null)
left join meaning on about = 'domain' and text = top_domain(mail_domain);

-- Every readable signature. A person is known by the e-mail address, else by name and affiliation; neither is kept.
-- A partner or tag that is somebody's address is left out.
insert into signature
select
    $campaign_id, $file_id, line, part, person_key, has_email,
    coalesce(is_confirmed, true),
    coalesce(signer_kind, 'person'),
    coalesce(signed_moment, cast($dated_at as timestamptz)),
    coalesce(day, cast($dated_on as date)),
    affiliation, country, institution_type, email_country, domain_key,
    coalesce(channel, 'unknown'),
    name_key, initial_key, coalesce(is_full_name, false),
    if(contains(partner, '@'), '', coalesce(partner, '')), if(contains(campaign_tag, '@'), '', coalesce(campaign_tag, ''))
from record
anti join fault using (line, part)
left join name_mark using (name_hash)
left join domain_mark using (mail_domain);

drop table name_mark;
drop table domain_mark;
