-- title: Countries that can be chosen
-- unit: countries
-- counted: The member states, and every other country that has a signature, a contact or a mention in the campaign.
-- A row: one country; without a name where the code is not in the reference data.
with seen as (
    select country as iso2 from signature_daily where campaign_id = $campaign
    union
    select country from outreach_daily_brief where campaign_id = $campaign
    union
    select country from media_daily_brief where campaign_id = $campaign
)
select iso2, name, is_member_state
from country
where is_member_state or iso2 in (select iso2 from seen)
order by name
