-- One row: one counted signature with what it means. Stated facts go before the organiser's answers, these before rules,
-- rules before the e-mail's domain.
create temp view counted_signature as
select
    s.campaign_id, s.day, s.channel, s.signer_kind, s.affiliation,
    coalesce(stated.code, o.country, a.country, s.email_country, 'ZZ') as country,
    case when stated.code is not null then 'stated'
         when o.country is not null then 'answered'
         when a.country is not null then a.country_from
         when s.email_country is not null then 'email'
         else coalesce(a.country_from, 'unknown') end as country_source,
    coalesce(typed.code, o.institution_type, a.institution_type, 'individual_or_none') as institution_type,
    case when typed.code is not null then 'stated'
         when o.institution_type is not null then 'answered'
         when a.text is null then 'no affiliation given'
         else a.type_from end as type_source,
    coalesce(o.institution_id, a.institution_id) as institution_id,
    coalesce(o.institution, a.institution) as institution,
    -- how the text spells the institution, where the rules take it for one
    case when o.institution is null or a.type_from in ('institution', 'rule') then a.variant end as variant
from signature s
anti join superseded using (file_id, line, part)
left join affiliation a on a.text = s.affiliation
left join answered o on o.campaign_id = s.campaign_id and o.text = s.affiliation
left join meaning stated on stated.about = 'country' and stated.text = s.country_text
left join meaning typed on typed.about = 'institution_type' and typed.text = s.type_text
where s.is_confirmed;
