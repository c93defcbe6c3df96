-- title: Members of the Parliament by committee
-- unit: members
-- counted: As by state. Chairs and vice-chairs are members; substitutes stand apart. A member of two committees is in both,
--   so committees do not add up.
-- A row: one committee, the campaign's lead committees first.
select
    committee,
    committee in (select committee from lead_committee where campaign_id = $campaign) as is_lead,
    coalesce(sum(members) filter (step = 'listed' and seat = 'member'), 0)::bigint as listed,
    coalesce(sum(members) filter (step = 'contacted' and seat = 'member'), 0)::bigint as contacted_members,
    coalesce(sum(members) filter (step = 'replied' and seat = 'member'), 0)::bigint as replied,
    coalesce(sum(members) filter (step = 'listed' and seat = 'substitute'), 0)::bigint as substitutes,
    coalesce(sum(members) filter (step = 'contacted' and seat = 'substitute'), 0)::bigint as substitutes_contacted
from committee_members_in($campaign, $from_day, $to_day, $countries)
group by committee
order by is_lead desc, listed desc, committee
