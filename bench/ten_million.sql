-- The daily totals of an invented campaign of about ten million signatures, into an empty snapshot.
insert into snapshot values ('20261028T100000000Z-00000000', timestamptz '2026-10-28 10:00:00Z', repeat('0', 64), 1);

insert into campaign by name
select 'open-letter' as campaign_id, 'An invented letter' as title, $first as launched_on, 12_000_000 as goal,
       'Europe/Brussels' as time_zone, false as is_demo, 'signatures' as counted_from, false as signers_are_public,
       100_000 as max_age_hours;

insert into country by name
select iso2, iso2 as name, true as is_member_state, population, ep_seats, ep_seats_2020 from read_csv($states)
union all by name
select 'X' || chr((65 + n)::integer) as iso2, 'Elsewhere ' || n as name, false as is_member_state from range(26) t(n);

insert into institution_type by name
select 'kind ' || n as institution_type, 'Kind ' || n as label, n as sort_order from range(10) t(n);

-- A launch that decays, weekdays, a day in forty with four times the usual, and a country's part by its people; 300 days
-- x 53 countries x 10 kinds x 3 channels.
insert into signature_daily by name
with parts as (
    select iso2, coalesce(population, 2_000_000) / sum(coalesce(population, 2_000_000)) over () as part from country
)
select 'open-letter' as campaign_id, $first + n::integer as day, iso2 as country, 'kind ' || kind as institution_type,
       ['form', 'letter', 'paper'][channel + 1] as channel, false as covers_many_days,
       ceil(part * (20_000 + 300_000 / (1 + n / 3) ** 1.2) * if(n % 7 > 4, 0.4, 1) * (1 + hash(n, iso2) % 100 / 200)
            * if(n % 40 = 17, 4, 1) * (10 - kind) / 55 * (3 - channel) / 6)::bigint as signatures
from range($days) days(n), parts, range(10) kinds(kind), range(3) channels(channel)
order by day;

insert into signature_hourly by name
select campaign_id, day, hour, country, ceil(sum(signatures) / 24)::bigint as signatures
from signature_daily, range(24) hours(hour)
group by all
order by all;

insert into email_domain_daily by name
select campaign_id, day, country, n + 1 as domain_number, ceil(sum(signatures) / (4 + n))::bigint as signatures
from signature_daily, range(300) t(n) where hash(day, country, n) % 20 = 0
group by campaign_id, day, country, n
order by all;

insert into institution by name
select n + 1 as institution_number, 'i' || n as institution_id, 'Institution ' || n as institution from range(5_000) t(n);

insert into institution_number_daily by name
select campaign_id, day, (hash(day, country, n) % 5_000)::integer + 1 as institution_number, country, institution_type,
       1 + n as signatures
from (select distinct campaign_id, day, country, institution_type from signature_daily), range(3) t(n)
order by day;

insert into outreach_daily by name
select distinct campaign_id, day, country, institution_type, 'email' as channel, '' as wave, 'contacted' as stage,
       1 as contacts
from signature_daily where hash(day, country, institution_type) % 20 = 0;

insert into contact_step_daily by name
select campaign_id, day as contacted_on, day as reached_on, step, country, institution_type, channel, wave, '' as team,
       contacts
from outreach_daily, (values ('contacted'), ('signed')) steps(step)
where step = 'contacted' or hash(day, country) % 3 = 0;

insert into media_daily by name
select distinct campaign_id, day, country, 'en' as language, 'Paper' as outlet, 'press' as outlet_type, 1 as mentions,
       1 as stories
from signature_daily where hash(day, country) % 5 = 0;

insert into event by name
select 'open-letter' as campaign_id, 'e' || n as event_id, ($first + (10 * n)::integer) as day, 'mailing' as kind,
       'Event ' || n as title, if(n % 3 = 0, 'FR', null) as country
from range(1, 30) t(n);
