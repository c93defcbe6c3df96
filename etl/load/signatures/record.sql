-- The same, trimmed, in the house's words, with its moments read; a moment that cannot be read is null.
create or replace temp table record as
select
    line, part,
    cell(signed_at) as signed_at,
    coalesce(cell(name), cell(concat_ws(' ', given_name, family_name)), cell(person_ref)) as name,
    lower(cell(email)) as email,
    cell(affiliation) as affiliation,
    in_our_words('country', cell(country)) as country,
    in_our_words('institution_type', cell(institution_type)) as institution_type,
    lower(in_our_words('channel', cell(channel))) as channel,
    in_our_words('confirmed', cell(confirmed)) as confirmed,
    lower(in_our_words('signer_kind', cell(signer_kind))) as signer_kind,
    moment(cell(signed_at), $dates) as signed_moment
from landed;
