-- From the lists of members of the Parliament and the contact logs to how many members were reached. Follows outreach.sql,
-- which made counted_contact, followed_contact and contact_step. No name leaves the warehouse, and no single member.

-- One row: one member as the newest list has it.
create temp table listed_member as
select campaign_id, contact_key, name_key, country, coalesce(member_group, '') as member_group,
       string_split(coalesce(committees, ''), '; ') as seats
from counted_contact
where member_group is not null or committees is not null
qualify row_number() over (partition by campaign_id, contact_key order by occurred_at desc, member_group, committees) = 1;

-- A table, so that a role is looked at once and not for each entry.
create temp table told_role as select distinct contact_role from counted_contact;

-- One row: a contact of the logs that is a member: by the reference, else by the name, where no other country is stated and
-- the organisation is none in which a namesake would be met. member_key: that of the list, or the contact's own where it is
-- only called a member.
create temp table member_contact as
with by_name as (
    select distinct c.campaign_id, m.contact_key as member_key, c.contact_key
    from counted_contact c join listed_member m using (campaign_id, name_key)
    where coalesce(stated_country, m.country) = m.country
      and institution_type in ('government', 'network_or_association', 'individual_or_none', 'unknown')
),
of_list as (
    from by_name union select campaign_id, contact_key, contact_key from listed_member
),
called as (
    select distinct campaign_id, contact_key as member_key, contact_key
    from counted_contact anti join of_list using (campaign_id, contact_key)
    where contact_role in (
        select contact_role from told_role
        where regexp_matches(folded(contact_role), '\bmeps?\b|member of (the )?european parliament|\beuro ?(deput|parlament)'
            || '|europaabgeordnet|mitglied des europaischen parlaments|depute europeen|europarlement')
    )
)
from of_list union all from called;

-- One row: one member at one step, with the first day of it. A member may be several contacts of the logs.
create temp table member_step as
select campaign_id, member_key, step, min(first_on) as contacted_on, min(reached_on) as reached_on,
       any_value(country order by country) as country
from contact_step join member_contact using (campaign_id, contact_key)
group by all
union all
select campaign_id, contact_key, 'listed', null, null, country from listed_member;

create temp view described_step as
select s.* replace (coalesce(m.country, s.country) as country), coalesce(m.member_group, '') as member_group,
       coalesce(seats, []) as seats
from member_step s
left join listed_member m on m.campaign_id = s.campaign_id and m.contact_key = member_key;

insert into published.member_step_daily by name
with lead as (
    select campaign_id, list(committee) as committees from published.lead_committee group by campaign_id
)
select campaign_id, contacted_on, reached_on, step, country, member_group,
       len(list_filter(seats, lambda seat: seat[-1] <> 'S'
                       and list_contains(coalesce(committees, []), split_part(seat, ': ', 1)))) > 0 as in_lead_committee,
       count(*) as members
from described_step left join lead using (campaign_id)
group by all
order by all;

insert into published.member_step_daily_committee by name
select campaign_id, contacted_on, reached_on, step, country, split_part(seat, ': ', 1) as committee,
       if(seat[-1] = 'S', 'substitute', 'member') as seat, count(*) as members
from (select * exclude (seats), unnest(list_filter(seats, lambda seat: seat <> '')) as seat from described_step)
group by all
order by all;
