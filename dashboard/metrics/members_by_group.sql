-- title: Members of the Parliament by group
-- unit: members
-- counted: As by state; the group is that of the loaded list.
-- A row: one political group, the largest first; those who stand in no list last.
select
    coalesce(nullif(member_group, ''), 'In no list') as member_group,
    coalesce(sum(members) filter (step = 'listed'), 0)::bigint as listed,
    coalesce(sum(members) filter (step = 'contacted'), 0)::bigint as contacted_members,
    coalesce(sum(members) filter (step = 'replied'), 0)::bigint as replied,
    coalesce(sum(members) filter (step = 'declined'), 0)::bigint as declined
from members_in($campaign, $from_day, $to_day, $countries) as members
group by members.member_group
order by members.member_group = '', listed desc, members.member_group
