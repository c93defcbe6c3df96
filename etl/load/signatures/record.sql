-- The same, trimmed, in the house's words, with its moments read; a moment that cannot be read is null.
create or replace temp view written as
with cells as (
    select
        line, part,
        cell(signed_at) as signed_at,
        coalesce(cell(name), cell(concat_ws(' ', given_name, family_name)), cell(person_ref)) as name,
        replace(lower(cell(email)), ' ', '') as email,
        cell(affiliation) as affiliation,
        cell(country) as country,
        cell(institution_type) as institution_type,
        cell(channel) as channel,
        cell(partner) as partner,
        cell(campaign_tag) as campaign_tag,
        cell(confirmed) as confirmed,
        cell(signer_kind) as signer_kind
    from landed
)
select
    line, part, signed_at, name, email, coalesce(is_email(email), false) as has_email, affiliation,
    in_our_words('country', country) as country,
    in_our_words('institution_type', institution_type) as institution_type,
    lower(in_our_words('channel', channel)) as channel,
    lower(in_our_words('partner', partner)) as partner,
    lower(in_our_words('campaign_tag', campaign_tag)) as campaign_tag,
    in_our_words('confirmed', confirmed) as confirmed,
    lower(in_our_words('signer_kind', signer_kind)) as signer_kind,
    moment(signed_at, getvariable('dates')) as signed_moment
from cells;

-- What is kept of each record, and the words that faults are told with: millions of rows, so no address, and a text of date
-- or confirmation only where it is at fault. Lines that follow each other are counted by the table itself.
create or replace temp table kept as
select
    if(getvariable('first_line') is null, line, null) as line, part,
    person_mark(email, has_email, name, affiliation) as person_key,
    has_email, has_email or name is not null as names_somebody,
    hash(name) as name_hash, name,  -- until each name is marked once; then no table has names
    mail_domain(email, has_email) as mail_domain,
    affiliation, country, institution_type, channel, partner, campaign_tag, signer_kind,
    signed_at is not null as has_date,
    if(is_plausible(signed_moment), null, signed_at) as signed_at,
    signed_moment,
    calendar_day(signed_at, signed_moment, $campaign_zone) as day,
    yes_or_no(confirmed) as is_confirmed,
    if(yes_or_no(confirmed) is null, confirmed, null) as confirmed
from written;
