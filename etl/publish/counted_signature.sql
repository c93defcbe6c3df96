-- One row: what one affiliation text says in one campaign: the organiser's answer before the rules. Temporary; numbered, so
-- that millions of signatures are counted by a number.
create temp table understood as
select
    row_number() over () as text_number, campaign_id, a.text, a.confidence,
    coalesce(o.country, a.country) as country,
    if(o.country is not null, 'answered', a.country_from) as country_source,
    coalesce(o.institution_type, a.institution_type) as institution_type,
    if(o.institution_type is not null, 'answered', a.type_from) as type_source,
    coalesce(o.institution_id, a.institution_id) as institution_id,
    coalesce(o.institution, a.institution) as institution,
    -- how the text spells the institution, where the rules take it for one
    case when o.institution is null or a.type_from in ('institution', 'rule') then a.variant end as variant
from (select distinct campaign_id from loaded_file) campaigns
cross join affiliation a
left join answered o using (campaign_id, text);

-- One row: one confirmed signature with what it means, counted or not. Stated facts go before the organiser's answers,
-- these before rules, rules before the e-mail's domain.
create or replace temp view meant_signature as
select
    s.file_id, s.line, s.part, s.signed_at,
    s.campaign_id, s.day, s.channel, s.partner, s.campaign_tag, s.signer_kind, s.domain_key, u.text_number,
    -- hours since 1970; none where a bare date stands, which is at midnight of some zone
    if(epoch_us(s.signed_at) % 3_600_000_000 = 0, null, epoch_us(s.signed_at) // 3_600_000_000) as hour_number,
    coalesce(stated.code, u.country, s.email_country, 'ZZ') as country,
    case when stated.code is not null then 'stated'
         when u.country is not null then u.country_source
         when s.email_country is not null then 'email'
         else coalesce(u.country_source, 'unknown') end as country_source,
    coalesce(typed.code, u.institution_type, 'individual_or_none') as institution_type,
    case when typed.code is not null then 'stated'
         else coalesce(u.type_source, 'no affiliation given') end as type_source
from signature s
left join understood u on u.campaign_id = s.campaign_id and u.text = s.affiliation
left join meaning stated on stated.about = 'country' and stated.text = s.country_text
left join meaning typed on typed.about = 'institution_type' and typed.text = s.type_text
where s.is_confirmed;

-- Every word by which signatures are told apart. As numbers, millions of them are counted in half the time; in the order of
-- the alphabet, so that they sort as words do.
create temp type word as enum (
    select word
    from (
        select unnest([country, country_source, institution_type, type_source]) as word from understood
        union
        select code from meaning
        union
        select campaign_id from loaded_file
        union
        select channel from signature
        union
        select unnest(['person', 'organisation', 'ZZ', 'stated', 'email', 'unknown', 'individual_or_none',
                       'no affiliation given'])
    )
    where word is not null
    order by word
);

-- One row: one counted signature.
create temp table counted_signature as
select day, hour_number, text_number, domain_key, partner, campaign_tag,
       campaign_id::word as campaign_id, channel::word as channel, signer_kind::word as signer_kind,
       country::word as country, country_source::word as country_source,
       institution_type::word as institution_type, type_source::word as type_source
from meant_signature
anti join superseded using (file_id, line, part);

-- One row: one affiliation text with how many signatures give it, by what they mean.
create temp table counted_text as
select text_number, institution_type, type_source, country_source, count(*) as signatures
from counted_signature where text_number is not null
group by all;
