-- Every readable signature. A person is known by the e-mail address, else by name and affiliation; neither is kept.
insert into signature
select
    $campaign_id, $file_id, line, part, person_key, has_email,
    coalesce(is_confirmed, true),
    coalesce(signer_kind, 'person'),
    coalesce(signed_moment, cast($dated_at as timestamptz)),
    coalesce(day, cast($dated_on as date)),
    affiliation, country, institution_type, known.code,
    coalesce(channel, 'unknown')
from record
anti join fault using (line, part)
left join meaning known on known.about = 'domain' and known.text = domain;
