-- From the warehouse to the totals of the snapshot. Here it is decided what counts; no person leaves the warehouse.

-- One row: what one observation adds to its country's total. The first counts whole; a fall is negative. Where a source
-- states its own total (is_whole), what it gives to no country stands under ZZ, so that the sum is the source's at each
-- moment; a country that its table named before and leaves out has none left, while no table at all tells nothing new.
create temp view count_difference as
with listed as (
    select o.* from count_observation o
    anti join repeated using (file_id, line, part)
    where not is_late
),
whole as (from listed where is_whole),
by_country as (
    select campaign_id, country, observed_at, day, total from listed
    where not is_whole and (country <> 'ZZ' or campaign_id not in (select campaign_id from whole))
),
left_out as (
    select w.campaign_id, named.country, w.observed_at, w.day, 0 as total
    from (from whole semi join by_country using (campaign_id, observed_at)) w
    join (select campaign_id, country, min(observed_at) as first_at from by_country group by all) named
      on named.campaign_id = w.campaign_id and named.first_at < w.observed_at
    anti join by_country still
      on still.campaign_id = w.campaign_id and still.country = named.country and still.observed_at = w.observed_at
),
parts as (from by_country union all from left_out),
rest as (
    select asked.campaign_id, 'ZZ' as country, asked.observed_at, asked.day,
           any_value(asked.total) - coalesce(sum(parts.total), 0) as total
    from (from whole left join (select distinct campaign_id, country as named from parts) using (campaign_id)) asked
    asof left join parts
      on parts.campaign_id = asked.campaign_id and parts.country = asked.named
     and asked.observed_at >= parts.observed_at
    group by all
),
observed as (from parts union all from rest)
select
    campaign_id, day, country,
    total - coalesce(lag(total) over earlier, 0) as signatures,
    coalesce(date_diff('day', lag(day) over earlier, day) > 1, true) as covers_many_days
from observed
window earlier as (partition by campaign_id, country order by observed_at);

insert into published.signature_daily by name
select campaign_id, day, country, institution_type, channel, false as covers_many_days, signer_kind,
       count(*) as signatures
from counted_signature group by all
union all by name
select campaign_id, day, country, 'unknown' as institution_type, 'counts' as channel, covers_many_days,
       'person' as signer_kind, sum(signatures)::bigint as signatures
from count_difference group by all having sum(signatures) <> 0
order by all;

insert into published.signature_daily_credit by name
select campaign_id, day, country, institution_type, partner, campaign_tag, count(*) as signatures
from counted_signature
where signer_kind = 'person' and (partner <> '' or campaign_tag <> '')
group by all
order by all;

insert into published.signature_hourly by name
with hours as (
    select campaign_id, day, hour_number, country, count(*) as signatures
    from counted_signature where hour_number is not null and signer_kind = 'person' group by all
)
select campaign_id, day, hour(to_timestamp(3_600 * hour_number) at time zone time_zone)::integer as hour, country,
       sum(signatures)::bigint as signatures
from hours join published.campaign using (campaign_id)
group by all
order by all;

insert into published.email_domain_daily by name
with by_day as (
    select campaign_id, domain_key, day, country, count(*) as signatures
    from counted_signature where domain_key is not null and signer_kind = 'person' group by all
),
domain as (  -- numbered by what they gave, never by their mark: another key gives the same numbers
    select campaign_id, domain_key,
           row_number() over (
               partition by campaign_id
               order by sum(signatures) desc, list((day, country, signatures) order by day, country)
           ) as domain_number
    from by_day group by campaign_id, domain_key having sum(signatures) >= 10
)
select campaign_id, day, country, domain_number, signatures
from by_day join domain using (campaign_id, domain_key)
order by all;

-- One row: an affiliation text as the name of an institution. One that no rule takes for an institution may be somebody's
-- own name: it stays in the warehouse.
create temp table named_institution as
select campaign_id, text_number, institution_id, institution, variant, sum(c.signatures)::bigint as signatures
from counted_text c join understood u using (text_number)
where institution_id is not null and c.institution_type not in ('unknown', 'individual_or_none')
group by all;

insert into published.institution by name
with named as (  -- one institution, one name: the most frequent
    select institution_id, arg_max(institution, (signatures, institution)) as institution
    from (select institution_id, institution, sum(signatures) as signatures from named_institution group by all)
    group by institution_id
)
select row_number() over (order by institution, institution_id) as institution_number, institution_id, institution
from named
order by institution_number;

insert into published.institution_number_daily by name
select c.campaign_id, day, institution_number, country, institution_type, signer_kind, count(*) as signatures
from counted_signature c
join (
    select text_number, institution_number from named_institution join published.institution using (institution_id)
) using (text_number)
where institution_type not in ('unknown', 'individual_or_none')
group by all
order by day;  -- sorting millions of rows by all columns would take longer than counting them

insert into published.institution_variant by name
select campaign_id, institution_id, variant, sum(signatures)::bigint as signatures
from named_institution
where variant is not null
group by all
order by all;

insert into published.resolution by name
with sources as (
    select campaign_id, country_source, type_source, count(*) as signatures from counted_signature group by all
)
select campaign_id, aspect, source, any_value(basis) as basis, sum(signatures)::bigint as signatures
from (
    select campaign_id, 'country' as aspect, country_source as source, signatures from sources
    union all
    select campaign_id, 'institution_type', type_source, signatures from sources
) left join basis_of_source using (source)
group by all
order by all;

-- How much the ten most frequent open questions would settle; the texts themselves may name a person and stay here.
insert into published.open_question by name
select campaign_id, place, signatures
from (
    select campaign_id, signatures,
           row_number() over (partition by campaign_id order by signatures desc, affiliation) as place
    from open_question
)
where place <= 10
order by all;

insert into published.load_ledger by name select * exclude (file_id) from ledger order by file_id;

insert into published.set_aside by name
select campaign_id, act, set_aside_at, chosen_by, count(*) as signatures
from set_aside join set_aside_signature using (act)
group by all
order by all;

insert into published.rejection by name
select f.campaign_id, f.file, f.kind, r.reason, sum(r.rows)::bigint as rows
from rejection r join loaded_file f using (file_id)
group by all
order by all;

-- What a campaign's figures are added up from.
update published.campaign set counted_from = (
    select if(bool_or(kind = 'counts'), 'counts', 'signatures') from loaded_file f
    where f.campaign_id = campaign.campaign_id and kind in ('counts', 'signatures') having count(*) > 0
);
