-- title: Members of the Parliament by state
-- unit: members
-- counted: Members of the European Parliament in the loaded list, and those of them whom the contact logs name by reference
--   or by name; who is called a member in a log and stands in no list is contacted, not listed. Steps are those of the
--   funnel of contacts. Lead committees are those that campaign.toml names; chairs and vice-chairs are members. Seats are
--   those of the present term. Kinds of institution do not apply.
-- A row: one member state with seats, the one with most members of lead committees not contacted yet first.
with counted as (
    select country as iso2,
           sum(members) filter (step = 'listed') as listed,
           sum(members) filter (step = 'contacted') as contacted,
           sum(members) filter (step = 'replied') as replied,
           sum(members) filter (step = 'listed' and in_lead_committee) as lead_listed,
           sum(members) filter (step = 'contacted' and in_lead_committee) as lead_contacted
    from members_in($campaign, $from_day, $to_day, $countries)
    group by country
)
select iso2, name, ep_seats as seats,
       coalesce(listed, 0)::bigint as listed, coalesce(contacted, 0)::bigint as contacted_members,
       coalesce(replied, 0)::bigint as replied,
       coalesce(lead_listed, 0)::bigint as lead_listed, coalesce(lead_contacted, 0)::bigint as lead_contacted
from country left join counted using (iso2)
where is_member_state and country_chosen(iso2, $countries)
  and exists (from counted)
order by lead_listed - lead_contacted desc, listed - contacted_members desc, name
