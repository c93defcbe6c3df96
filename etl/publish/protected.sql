-- From the exact snapshot (published) to the protected one (the database in use): what may leave the organisers' hands.
-- docs/decisions/0006-protected-snapshots.md says why it is done like this.
--
-- Everybody belongs to exactly one cell, in a division that is fixed beforehand: country, kind (where the country is
-- large), set of networks. A cell's running total is published by itself: nothing below ten, else rounded to five. Every
-- other number is the sum of such cells, so no margin says more about a cell than the cell itself.

create temp macro shown(people) as if(people < 10, 0, 5 * ((people + 2) // 5));

-- Kinds are told apart where a country is large enough for most of them to be shown; the rarer ones stand together.
create temp macro kind_told_apart(country_code, kind) as if(
    kind in ('university', 'research_institute', 'company', 'ngo')
    and country_code in (select iso2 from published.country where population >= 10_000_000),
    kind, 'not_shown'
);

insert into country by name from published.country;
insert into institution_type by name from published.institution_type;
insert into institution_type by name
select 'not_shown' as institution_type, 'Kind not shown' as label, 1 + coalesce(max(sort_order), 0) as sort_order
from published.institution_type;
insert into network by name from published.network;
insert into campaign_network by name from published.campaign_network;
insert into network_site by name from published.network_site;
insert into network_site_name by name from published.network_site_name;
insert into media_daily by name from published.media_daily;
insert into media_story by name from published.media_story;
insert into media_story_country by name from published.media_story_country;
insert into attention_daily by name from published.attention_daily;
insert into event by name from published.event;
insert into campaign by name
select * replace (not signers_are_public as is_protected) from published.campaign;

create temp table network_set as
select campaign_id, institution_number, string_agg(distinct network_id, ' ' order by network_id) as networks
from published.campaign_network
join published.network_site_institution using (network_id)
join published.institution using (institution_id)
group by all;

-- One row: people of a cell who signed on one day; organisations are named instead.
create temp table cell_daily as
with institution as (
    select campaign_id, day, institution_number, country, kind_told_apart(country, institution_type) as institution_type,
           signatures
    from published.institution_number_daily
    where signer_kind = 'person' and campaign_id in (select campaign_id from campaign where is_protected)
),
part as (
    select campaign_id, day, country, kind_told_apart(country, institution_type) as institution_type, '' as networks,
           covers_many_days, signatures
    from published.signature_daily
    where signer_kind = 'person' and campaign_id in (select campaign_id from campaign where is_protected)
    union all by name
    select * exclude (institution_number), false as covers_many_days
    from institution join network_set using (campaign_id, institution_number)
    union all by name
    select campaign_id, day, country, institution_type, '' as networks, false as covers_many_days, -signatures as signatures
    from institution semi join network_set using (campaign_id, institution_number)
)
select campaign_id, day, country, institution_type, networks, bool_or(covers_many_days) as covers_many_days,
       sum(signatures)::bigint as signatures
from part group by all;

-- One row: what is shown of a cell at the end of a day.
create temp table cell as
select * exclude (signatures),
       shown(sum(signatures) over so_far)::bigint as people
from cell_daily
window so_far as (partition by campaign_id, country, institution_type, networks order by day);

create temp table cell_change as
select *, people - coalesce(lag(people) over before_it, 0) as signatures
from cell
window before_it as (partition by campaign_id, country, institution_type, networks order by day);

insert into signature_daily by name
select campaign_id, day, country, institution_type, 'not_shown' as channel, 'person' as signer_kind,
       bool_or(covers_many_days) as covers_many_days, sum(signatures)::bigint as signatures
from cell_change group by all having sum(signatures) <> 0
union all by name
from published.signature_daily
where signer_kind = 'organisation' or campaign_id in (select campaign_id from campaign where not is_protected)
order by all;

insert into signature_daily_network by name
select campaign_id, day, network_id, country, institution_type, sum(signatures)::bigint as signatures
from (
    select * exclude (networks), unnest(string_split(networks, ' ')) as network_id
    from cell_change where networks <> ''
)
group by all having sum(signatures) <> 0
union all by name
from published.signature_daily_network where campaign_id in (select campaign_id from campaign where not is_protected)
order by all;

-- An institution is named from ten signers on, without their number, once its cell has visibly grown by ten since: the cell
-- alone then explains how the institution may have come from none to ten. Ten stands for "at least ten".
create temp table named_part as
with signer as (  -- one row: one signer of an institution in a cell; of each day ten are enough
    select campaign_id, day, institution_number, country, kind_told_apart(country, institution_type) as institution_type
    from (
        from published.institution_number_daily where signatures = 1
        union all
        select d.* from published.institution_number_daily d, range(10) as again(place)
        where signatures > 1 and place < signatures
    )
    where signer_kind = 'person' and campaign_id in (select campaign_id from campaign where is_protected)
),
tenth as (  -- the day of the tenth signer, without running totals of millions of days
    select campaign_id, institution_number, country, institution_type, min(day, 10)[10] as day
    from signer group by all having count(*) >= 10
),
reached as (
    select tenth.*, coalesce(networks, '') as networks
    from tenth left join network_set using (campaign_id, institution_number)
)
select campaign_id, min(later.day) as day, institution_number, country, institution_type, 'person' as signer_kind,
       10 as signatures
from reached
join cell as before_it using (campaign_id, country, institution_type, networks, day)
join cell as later using (campaign_id, country, institution_type, networks)
where later.day > before_it.day and later.people - before_it.people >= 10
group by all;

create temp table named as
from named_part
union all by name
from published.institution_number_daily
where signer_kind = 'organisation' or campaign_id in (select campaign_id from campaign where not is_protected);

insert into institution by name
select row_number() over (order by institution_number) as institution_number, institution_id, institution
from published.institution semi join named using (institution_number);

insert into institution_number_daily by name
select named.* replace (shown_as.institution_number as institution_number)
from named
join published.institution exact using (institution_number)
join institution shown_as using (institution_id)
order by all;

insert into network_site_institution by name
from published.network_site_institution semi join institution using (institution_id);

insert into institution_variant by name
from published.institution_variant where campaign_id in (select campaign_id from campaign where not is_protected);

insert into resolution by name
from published.resolution where campaign_id in (select campaign_id from campaign where not is_protected);
