-- The published snapshot: totals only, no person. This file is the interface between etl/ and dashboard/. The protected
-- snapshot (protected.sql) has the same tables; those of outreach and of loading are empty there.
-- A day is a calendar day in the campaign's time zone. Country is ISO 3166 alpha-2 (Greece GR), unknown ZZ.

create table snapshot (
    snapshot_id varchar not null,
    built_at timestamptz not null,          -- what is loaded later is not in here; days that end after it are unfinished
    content_sha256 varchar not null,        -- over all tables but snapshot, load_ledger and rejection
    schema_version integer not null
);

create table campaign (
    campaign_id varchar not null,
    title varchar not null,
    launched_on date not null,
    goal bigint,                            -- signatures aimed at; null: none was set
    time_zone varchar not null,
    addressee varchar,
    is_demo boolean not null,               -- invented data: every page and file says so
    counted_from varchar,                   -- signatures | counts (totals by country, no single rows) | null: nothing loaded
    signers_are_public boolean not null,
    max_age_hours integer not null,         -- older data get a banner
    contact_cap integer,                    -- contacts per organisation that the organisers allow themselves
    is_protected boolean not null default false     -- this file shows no count of people below ten, all others rounded to five
);

-- One row: a committee of the European Parliament that decides on what a campaign asks for, as campaign.toml names it.
create table lead_committee (
    campaign_id varchar not null,
    committee varchar not null
);

create table country (
    iso2 varchar not null,
    name varchar not null,
    is_member_state boolean not null,
    population bigint,                      -- member states only; source and year in data/reference/member_states.csv
    population_year integer,
    ep_seats integer,                       -- seats in the European Parliament 2024-2029
    ep_seats_2020 integer                   -- the same from February 2020 to July 2024
);

create table institution_type (
    institution_type varchar not null,
    label varchar not null,
    sort_order integer not null
);

create table network (
    network_id varchar not null,
    title varchar not null,
    kind varchar not null
);

-- One row: a network that a campaign looks at: those of its campaign.toml, else all whose sites are known.
create table campaign_network (
    campaign_id varchar not null,
    network_id varchar not null
);

-- One row: a member site of a network.
create table network_site (
    network_id varchar not null,
    site varchar not null,
    country varchar not null
);

-- One row: an institution behind a site: its id where it is a known one, else its name as networks/<network_id>.csv has it.
create table network_site_name (
    network_id varchar not null,
    site varchar not null,
    name varchar not null
);

-- One row: an institution with a counted signature that stands behind a site.
create table network_site_institution (
    network_id varchar not null,
    site varchar not null,
    institution_id varchar not null
);

-- One row: signatures of one day, country, institution type and channel. Totals are added up from here and nowhere else.
create table signature_daily (
    campaign_id varchar not null,
    day date not null,
    country varchar not null,
    institution_type varchar not null,
    channel varchar not null,               -- how the signature came: form, letter, paper, counts, ...; 'unknown'
    covers_many_days boolean not null,      -- counts: a first observation or a difference over more than one day, no day's pace
    signatures bigint not null,             -- negative where a published total fell
    signer_kind varchar not null default 'person'   -- person | organisation (signs in its own name)
);

-- One row: signatures of people that came with a partner or a campaign tag, all of them counted in signature_daily too.
create table signature_daily_credit (
    campaign_id varchar not null,
    day date not null,
    country varchar not null,
    institution_type varchar not null,
    partner varchar not null,               -- who brought them (utm_source); '' where the source tells none
    campaign_tag varchar not null,          -- the mailing or post that they followed (utm_campaign); '' the same
    signatures bigint not null
);

-- One row: signatures of people of one hour and country, of those that came with a time of day.
create table signature_hourly (
    campaign_id varchar not null,
    day date not null,
    hour integer not null,                  -- 0 to 23 on the clock of the campaign
    country varchar not null,
    signatures bigint not null
);

-- One row: signatures of people of one day and country from one e-mail domain, of domains with ten signatures or more. Which
-- domain a number stands for is not kept.
create table email_domain_daily (
    campaign_id varchar not null,
    day date not null,
    country varchar not null,
    domain_number integer not null,         -- 1: most signatures
    signatures bigint not null
);

-- One row: an affiliation among those that people name together, where they differ in country or kind. 60 / parts is the
-- share of each in sixtieths.
create table affiliation_combination (
    combination integer not null,
    place integer not null,                 -- 1: the first named, by which signature_daily counts
    parts integer not null,                 -- how many the combination has: 2 to 6
    country varchar not null,
    institution_type varchar not null
);

-- One row: people of one day, all of them counted in signature_daily too, who name a combination of affiliations.
create table combination_daily (
    campaign_id varchar not null,
    day date not null,
    combination integer not null,
    signatures bigint not null
);

-- One row: signatures of people, of one day, network, country and institution type.
create table signature_daily_network (
    campaign_id varchar not null,
    day date not null,
    network_id varchar not null,            -- networks overlap: never add them together
    country varchar not null,
    institution_type varchar not null,
    signatures bigint not null
);

-- One row: an institution that signers named. The daily totals hold its number: numbers are counted many times as fast.
create table institution (
    institution_number integer not null,    -- from 1 in the order of the names; another snapshot has others
    institution_id varchar not null,
    institution varchar not null
);

create table institution_number_daily (
    campaign_id varchar not null,
    day date not null,
    institution_number integer not null,
    country varchar not null,
    institution_type varchar not null,
    signatures bigint not null,             -- where the campaign is protected: 10, which says at least ten people
    signer_kind varchar not null default 'person'   -- person | organisation
);

-- The same with the institutions' names.
create view institution_daily as
select campaign_id, day, institution_id, institution, country, institution_type, signatures, signer_kind
from institution_number_daily join institution using (institution_number);

-- One row: how many institutions of a kind the registry that was brought in knows in a country (etl reference ror). Empty
-- where there is none. Those that cannot be told from others by a name of their own are not among them.
create table registered_institution (
    country varchar not null,
    institution_type varchar not null,
    institutions bigint not null
);

-- One row: a way in which signers spell an institution of institution_daily: nothing but its name, never the text around it.
create table institution_variant (
    campaign_id varchar not null,
    institution_id varchar not null,
    variant varchar not null,
    signatures bigint not null
);

-- One row: log entries of one day by what they were. An entry is one step with one contact.
create table outreach_daily (
    campaign_id varchar not null,
    day date not null,
    country varchar not null,
    institution_type varchar not null,
    channel varchar not null,
    wave varchar not null,                  -- '' where none was named
    stage varchar not null,                 -- target contacted delivered clicked replied committed signed declined
    contacts bigint not null
);

-- The same without waves. Tables called brief, and those that follow from others, are filled by brief.sql: a question is many
-- times as fast on the fewest rows that answer it.
create table outreach_daily_brief (
    campaign_id varchar not null,
    day date not null,
    country varchar not null,
    institution_type varchar not null,
    channel varchar not null,
    stage varchar not null,
    contacts bigint not null
);

-- One row: contacts that were first contacted on one day and reached a step on another, by what they are and by their first
-- entry. A contact at a step is at all earlier ones, on that day at the latest; declined stands beside them.
create table contact_step_daily (
    campaign_id varchar not null,
    contacted_on date not null,
    reached_on date not null,
    step varchar not null,                  -- contacted delivered clicked replied committed signed (measured) | declined
    country varchar not null,
    institution_type varchar not null,
    channel varchar not null,
    wave varchar not null,                  -- '' where none was named
    team varchar not null,                  -- '' where the log names none of the campaign's teams
    contacts bigint not null
);

-- The same without channel, wave and team.
create table contact_step_daily_brief (
    campaign_id varchar not null,
    contacted_on date not null,
    reached_on date not null,
    step varchar not null,
    country varchar not null,
    institution_type varchar not null,
    contacts bigint not null
);

create table contact_step_daily_network (
    campaign_id varchar not null,
    network_id varchar not null,            -- networks overlap: never add them together
    contacted_on date not null,
    reached_on date not null,
    step varchar not null,
    country varchar not null,
    institution_type varchar not null,
    contacts bigint not null
);

-- One row: one contact that was contacted, or is to be followed up, and has neither signed nor declined.
create table open_contact (
    campaign_id varchar not null,
    contact_ref varchar not null,           -- the organisers' own reference, else a mark of the contact; no name
    organisation varchar not null,          -- '' where the log names none
    contact_role varchar not null,          -- as the log says: rector, press officer, ...; '' where it says none
    country varchar not null,
    institution_type varchar not null,
    team varchar not null,                  -- this and the next three: of the latest entry
    channel varchar not null,
    stage varchar not null,
    last_entry_at timestamptz not null,
    last_contact_on date not null,          -- its day
    first_contact_on date,                  -- null: only listed so far
    is_answered boolean not null,
    follow_up_on date,                      -- what the latest entry asks for; null: nothing
    organisation_times bigint not null      -- times that its organisation, or else the contact, was contacted
);

-- The contacts whose latest entry asks for a follow-up.
create view follow_up as
select campaign_id, contact_ref, organisation, contact_role, country, institution_type, channel, stage, last_contact_on,
       follow_up_on
from open_contact where follow_up_on is not null;

-- One row: members of the European Parliament of one state and group at a step, by the days of their first contact and of
-- the step. listed: they stand in the loaded list. The other steps are those of contact_step_daily; who was contacted as a
-- member and is in no list has the group ''.
create table member_step_daily (
    campaign_id varchar not null,
    contacted_on date,                      -- null: listed
    reached_on date,                        -- null: listed
    step varchar not null,                  -- listed | contacted delivered clicked replied committed signed | declined
    country varchar not null,
    member_group varchar not null,
    in_lead_committee boolean not null,     -- member, chair or vice-chair of one of the campaign's lead committees
    members bigint not null
);

-- The same by committee and seat; a member of several committees is in each, so these do not add up.
create table member_step_daily_committee (
    campaign_id varchar not null,
    contacted_on date,
    reached_on date,
    step varchar not null,
    country varchar not null,
    committee varchar not null,
    seat varchar not null,                  -- member (chairs and vice-chairs too) | substitute
    members bigint not null
);

-- One row: contacts of one mailing (a wave by e-mail) with one outcome on one day: each contact once for each outcome.
create table mailing_daily (
    campaign_id varchar not null,
    wave varchar not null,                  -- the mailing's name
    day date not null,                      -- the first on which the contact's entries show the outcome
    outcome varchar not null,               -- seen (in any entry) | sent (only where the log tells) | delivered | bounced |
                                            -- clicked | unsubscribed
    country varchar not null,
    institution_type varchar not null,
    contacts bigint not null
);

create table media_daily (
    campaign_id varchar not null,
    day date not null,
    country varchar not null,
    language varchar not null,              -- ISO 639 code, '' where unknown
    outlet varchar not null,
    outlet_type varchar not null,           -- 'unknown' where not stated
    mentions bigint not null,
    stories bigint not null,                -- stories first reported in this cell, so stories add up
    picked_up bigint not null default 0,    -- of these, stories that another outlet told too
    day_seen bigint not null default 0      -- mentions without a usable publication date: the day they were seen counts
);

-- The same without outlets.
create table media_daily_brief (
    campaign_id varchar not null,
    day date not null,
    country varchar not null,
    language varchar not null,
    outlet_type varchar not null,
    mentions bigint not null,
    stories bigint not null,
    day_seen bigint not null
);

create table media_story (
    campaign_id varchar not null,
    story_id varchar not null,
    first_published_at timestamptz not null,
    title varchar not null,
    url varchar not null,
    outlets bigint not null,
    countries bigint not null,
    languages bigint not null,
    mentions bigint not null,
    first_country varchar not null default 'ZZ'     -- of the first report
);

-- One row: a story in one country, with its first report there.
create table media_story_country (
    campaign_id varchar not null,
    story_id varchar not null,
    country varchar not null,
    first_published_at timestamptz not null,
    title varchar not null,
    url varchar not null,
    outlets bigint not null,
    mentions bigint not null
);

-- One row: stories that were first reported in a country on one day. Who adds countries up counts a story in each.
create table media_story_daily (
    campaign_id varchar not null,
    day date not null,
    country varchar not null,
    stories bigint not null,
    began bigint not null,                  -- of these, first reported here
    travelled bigint not null,              -- of those that began here, told in several known countries, whenever
    from_elsewhere bigint not null          -- began in another country, where both are known
);

-- One row: a story of media_story with the day of its first report and the countries where it was told, the latest first.
create table media_story_told (
    campaign_id varchar not null,
    first_day date not null,
    first_published_at timestamptz not null,
    story_id varchar not null,
    combination integer                     -- of media_story_combination; null where no country has it
);

-- One row: a country of those in which stories were told together.
create table media_story_combination (
    combination integer not null,
    country varchar not null
);

-- One row: how many of all articles that a source saw on one day mention the campaign. Not what media_daily counts: never add
-- the two, or two sources. The day is on the source's own clock.
create table attention_daily (
    campaign_id varchar not null,
    day date not null,
    source varchar not null,
    country varchar,                        -- null: articles of every country, those with a country of their own among them
    mentions bigint not null,
    articles bigint not null
);

create table event (
    campaign_id varchar not null,
    event_id varchar not null,
    day date not null,
    kind varchar not null,                  -- mailing, article, talk, milestone, note, ...
    title varchar not null,
    country varchar                         -- null: the whole campaign
);

-- One row: people of a campaign by whether they signed an earlier one too. Organisations are left out.
create table returner (
    campaign_id varchar not null,
    earlier_campaign_id varchar not null,
    standing varchar not null,              -- returned | likely_returned (by name alone) | new | not_come_back
    people bigint not null,
    changed_institution bigint not null     -- of those returned: both times named an institution, and never the same
);

-- How country and institution type of the counted signatures became known.
create table resolution (
    campaign_id varchar not null,
    aspect varchar not null,                -- country | institution_type
    source varchar not null,                -- stated | answered | institution | place | email | rule | unknown ...
    signatures bigint not null,
    basis varchar not null default 'unknown'    -- stated | answered | registry | rule | guess | unknown
);

-- One row: one of the ten affiliation texts whose answer in a review would settle most signatures. Never the text.
create table open_question (
    campaign_id varchar not null,
    place bigint not null,                  -- 1: most signatures
    signatures bigint not null
);

-- rows_in = accepted + duplicate + rejected + pending, for every file.
create table load_ledger (
    campaign_id varchar not null,
    file varchar not null,
    file_sha256 varchar not null,
    kind varchar not null,                  -- signatures | outreach | media | attention | counts | withdrawals
    format varchar not null,
    loaded_at timestamptz not null,
    rows_in bigint not null,
    accepted bigint not null,
    duplicate bigint not null,
    rejected bigint not null,
    pending bigint not null,
    note varchar not null                   -- e.g. which day counts for rows without a date; '' where there is nothing to say
);

-- One row: signatures that the organisers set aside in one go; they stand under pending in the ledger.
create table set_aside (
    campaign_id varchar not null,
    act integer not null,
    set_aside_at timestamptz not null,
    chosen_by varchar not null,             -- the conditions, in words
    signatures bigint not null              -- records, repetitions among them
);

create table rejection (
    campaign_id varchar not null,
    file varchar not null,
    kind varchar not null,
    reason varchar not null,
    rows bigint not null
);
