-- title: What was tried in each member state, and who is missing there
-- unit: days; kinds of institution
-- counted: Last contact is the latest entry of the contact log there that is more than a target; last article the latest
--   mention. Missing is a kind of institution without a signature there, of those that signed at all; individuals and
--   unknown kinds are left out.
-- A row: one of the 27 member states.
with signed as (
    select country, institution_type
    from signatures_in($campaign, $from_day, $to_day, null, $institution_types, $left_out)
    where institution_type not in ('individual_or_none', 'other', 'unknown')
    group by all having sum(signatures) > 0
),
kinds as (
    select institution_type, label, sort_order
    from institution_type semi join signed using (institution_type)
),
missing as (
    select country.iso2, string_agg(label, ', ' order by sort_order) as missing_kinds
    from country cross join kinds
    anti join signed on signed.country = country.iso2 and signed.institution_type = kinds.institution_type
    where country.is_member_state
    group by country.iso2
),
contacted as (
    select country as iso2, max(day) as last_contact_on
    from outreach_in($campaign, $from_day, $to_day, null, $institution_types)
    where stage <> 'target'
    group by country
),
mentioned as (
    select country as iso2, max(day) as last_mention_on
    from brief_media_in($campaign, $from_day, $to_day, null)
    group by country
)
select iso2, coalesce(missing_kinds, '') as missing_kinds, last_contact_on, last_mention_on
from country
left join missing using (iso2)
left join contacted using (iso2)
left join mentioned using (iso2)
where is_member_state
order by name
