-- From the contact logs to the totals of the snapshot: log entries, and contacts by how far they came. No person leaves the
-- warehouse: a contact is a reference with an organisation and a role.

-- One row: one organisation as the logs write it, with what it means.
create temp table logged_organisation as
select o.campaign_id, organisation, folded(organisation) as name, coalesce(institution_id, name) as institution_key,
       u.country, u.institution_type
from (select distinct campaign_id, organisation from contact where organisation is not null) o
left join understood u on u.campaign_id = o.campaign_id and u.text = organisation;

-- One row: one counted log entry with what it means. step: how far it shows the contact to have come; a refusal is an answer.
create temp table counted_contact as
select
    c.campaign_id, contact_key, contact_ref, signer_key, is_person, occurred_at, day, organisation, contact_role, team,
    channel, stage, wave, follow_up_on, name_key, member_group, committees, mail_outcome,
    list_position(['contacted', 'delivered', 'clicked', 'replied', 'committed'],
                  case stage when 'declined' then 'replied' when 'signed' then 'committed' else stage end) as step,
    institution_key,
    stated.code as stated_country, coalesce(stated_country, o.country, c.email_country, 'ZZ') as country,
    coalesce(typed.code, o.institution_type, 'unknown') as institution_type
from contact c
anti join repeated using (file_id, line, part)
left join logged_organisation o using (campaign_id, organisation)
left join meaning stated on stated.about = 'country' and stated.text = c.country_text
left join meaning typed on typed.about = 'institution_type' and typed.text = c.type_text;

insert into published.outreach_daily by name
select campaign_id, day, country, institution_type, channel, wave, stage, count(*) as contacts
from counted_contact group by all;  -- in no order: sorting would take as long as counting

-- One row: one contact that is more than a target, as its first such entry describes it, and the first days on which
-- its entries show it at a step or beyond.
create temp table followed_contact as
select
    campaign_id, contact_key,
    min(day) as contacted_on,
    min(day) filter (step >= 2) as delivered_on,
    min(day) filter (step >= 3) as clicked_on,
    min(day) filter (step >= 4) as replied_on,
    min(day) filter (step >= 5) as committed_on,
    min(day) filter (stage = 'signed') as said_signed_on,
    min(day) filter (stage = 'declined') as declined_on,
    min({'at': occurred_at, 'step': step, 'channel': channel, 'wave': wave, 'team': team}) as first_entry,
    coalesce(arg_min(country, {'at': occurred_at, 'country': country}) filter (country <> 'ZZ'), 'ZZ') as country,
    coalesce(arg_min(institution_type, {'at': occurred_at, 'kind': institution_type})
             filter (institution_type <> 'unknown'), 'unknown') as institution_type
from counted_contact
where stage <> 'target'
group by campaign_id, contact_key;

-- One row: the marks by which a contact's signature is found.
create temp table contact_signer as
select distinct campaign_id, contact_key, signer_key, if(is_person, null, institution_key) as institution_key
from counted_contact
semi join followed_contact using (campaign_id, contact_key);

-- One row: the first day, from the first contact on, of a counted signature of the contact itself or, where the contact
-- is an organisation and no person, of anybody who names it. Who signed before was not won by the contact.
create temp table signed_contact as
with signer as (
    select campaign_id, contact_key, signer_key as person_key from contact_signer
    union
    select campaign_id, contact_key, other.person_key
    from contact_signer
    join same_person own using (campaign_id) join same_person other using (campaign_id, person)
    where own.person_key = signer_key
),
by_signer as (
    select campaign_id, contact_key, s.day
    from signature s join signer using (campaign_id, person_key)
    anti join superseded using (file_id, line, part)
    where is_confirmed
),
naming as (
    select c.campaign_id, contact_key, text_number
    from contact_signer c
    join understood u on u.campaign_id = c.campaign_id and institution_key = coalesce(u.institution_id, folded(u.text))
),
by_institution as (
    select campaign_id, contact_key, s.day from counted_signature s join naming using (campaign_id, text_number)
)
select campaign_id, contact_key, min(day) as signed_on
from (from by_signer union all from by_institution) join followed_contact using (campaign_id, contact_key)
where day >= contacted_on
group by campaign_id, contact_key;

-- One row: one contact with the day on which it reached each step: a later step shows the earlier ones. What a log calls
-- signed counts as committed; it counts as signed where the campaign has no single signatures to look it up in.
create temp table contact_course as
select
    f.campaign_id, f.contact_key, f.country, f.institution_type,
    first_entry.channel as channel, first_entry.wave as wave, first_entry.team as team,
    contacted_on, declined_on, signed_on,
    least(committed_on, signed_on) as committed_on,
    least(replied_on, committed_on, signed_on) as replied_on,
    least(clicked_on, replied_on, committed_on, signed_on) as clicked_on,
    least(delivered_on, clicked_on, replied_on, committed_on, signed_on) as delivered_on
from (
    select f.* exclude (said_signed_on), coalesce(s.signed_on, if(can_be_looked_up, null, said_signed_on)) as signed_on
    from followed_contact f
    left join signed_contact s using (campaign_id, contact_key)
    left join (select distinct campaign_id, true as can_be_looked_up from loaded_file where kind = 'signatures')
        using (campaign_id)
) f;

create temp view contact_step as
unpivot (
    select campaign_id, contact_key, contacted_on as first_on, country, institution_type, channel, wave, team,
           contacted_on as contacted, delivered_on as delivered, clicked_on as clicked, replied_on as replied,
           committed_on as committed, signed_on as signed, declined_on as declined
    from contact_course
)
on contacted, delivered, clicked, replied, committed, signed, declined into name step value reached_on;

insert into published.contact_step_daily by name
select campaign_id, first_on as contacted_on, reached_on, step, country, institution_type, channel, wave, team,
       count(*) as contacts
from contact_step group by all;

-- A contact is in a network where its organisation is, or bears the name of, an institution behind one of the sites.
insert into published.contact_step_daily_network by name
with site_name as (
    select distinct campaign_id, network_id, folded(name) as name
    from published.network_site_name join published.campaign_network using (network_id)
),
organisation as (
    select campaign_id, organisation, unnest([institution_key, name]) as name from logged_organisation
),
of_network as (
    select distinct campaign_id, organisation, network_id from organisation join site_name using (campaign_id, name)
),
member as (
    select distinct campaign_id, contact_key, network_id
    from counted_contact join of_network using (campaign_id, organisation)
)
select campaign_id, network_id, first_on as contacted_on, reached_on, step, country, institution_type,
       count(*) as contacts
from contact_step join member using (campaign_id, contact_key)
group by all
order by all;

-- One row: one contact as its latest entry describes it, and how often it was contacted: on so many days, or by so many
-- mailings, whichever is more (a mailing and its clicks are one time).
insert into published.open_contact by name
with latest as (  -- what is older is left out first: sorting all entries takes three times as long
    from counted_contact
    semi join (
        select campaign_id, contact_key, max(occurred_at) as occurred_at from counted_contact group by all
    ) using (campaign_id, contact_key, occurred_at)
    qualify row_number() over (
        partition by campaign_id, contact_key
        order by stage, channel, follow_up_on, organisation, contact_role) = 1
),
times as materialized (  -- asked for twice: by contact and by organisation
    select campaign_id, contact_key, min(institution_key) as institution_key,
           greatest(coalesce(len(list_distinct(list(day) filter (stage = 'contacted'))), 0),
                    coalesce(len(list_distinct(list(wave) filter (stage in ('delivered', 'clicked')))), 0)
           ) as times_contacted  -- by lists, since count(distinct) takes twice as long
    from counted_contact group by all
),
together as (
    select *, if(institution_key is null, times_contacted,
                 sum(times_contacted) over (partition by campaign_id, institution_key)) as organisation_times
    from times
)
select l.campaign_id, coalesce(contact_ref, printf('%016x', contact_key) || key_suffix) as contact_ref,
       coalesce(organisation, '') as organisation, coalesce(contact_role, '') as contact_role,
       l.country, l.institution_type, l.team, l.channel, l.stage, l.occurred_at as last_entry_at, day as last_contact_on,
       contacted_on as first_contact_on, replied_on is not null as is_answered, follow_up_on,
       organisation_times::bigint as organisation_times
from latest l
join together using (campaign_id, contact_key)
left join contact_course using (campaign_id, contact_key)
cross join (select regexp_extract(key_check, '-.*') as key_suffix from warehouse)  -- as in load/macros.sql
where stage not in ('signed', 'declined') and signed_on is null
  and (contacted_on is not null or follow_up_on is not null);
