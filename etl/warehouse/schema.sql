-- The private warehouse. No name, no e-mail address: a person is person_key, HMAC-SHA-256 with a key kept elsewhere.

create table warehouse (
    key_check varchar,              -- mark of the person key in use, '-2' behind it where it has two secrets; null: no person yet
    rules_fingerprint varchar       -- of the rules that typed the texts below; others: the texts are typed again
);
insert into warehouse values (null, null);

-- One row: one file, once in a campaign.
create table loaded_file (
    file_id integer primary key,
    campaign_id varchar not null,
    file varchar not null,
    file_sha256 varchar not null,
    kind varchar not null,
    format varchar not null,
    loaded_at timestamptz not null,
    rows_in bigint not null,
    note varchar not null,
    unique (campaign_id, file_sha256)
);

-- One row: rejected records of one file by reason. Their content lies in quarantine/, not here.
create table rejection (
    file_id integer not null,
    reason varchar not null,
    rows bigint not null
);

-- One row: one readable record of a signature, counted or not (see superseded).
create table signature (
    campaign_id varchar not null,
    file_id integer not null,
    line bigint not null,
    part integer not null,
    person_key uuid not null,
    is_key_strong boolean not null,     -- from an e-mail address; else from name and affiliation
    is_confirmed boolean not null,      -- false: pending
    signer_kind varchar not null,
    signed_at timestamptz not null,
    day date not null,
    affiliation varchar,
    country_text varchar,
    type_text varchar,
    email_country varchar,              -- of the address's national domain; the address itself is not kept
    domain_key ubigint,                 -- mark of the address's domain: tells whether many came from one, and not which
    channel varchar not null,
    name_key ubigint,                   -- of the name's words, sorted; null: an address only
    initial_key ubigint,                -- of one initial and the family name; null: one word only
    is_full_name boolean not null,      -- false: initials, or one word
    partner varchar not null,           -- who brought it (utm_source); '' where the source tells none
    campaign_tag varchar not null       -- the mailing or post that it followed (utm_campaign); '' the same
);

-- The confirmed signatures that do not count: withdrawn or set aside (is_withdrawn), or the same person's earliest one does.
create table superseded (file_id integer, line bigint, part integer, is_withdrawn boolean);

-- One row: signatures that the organisers set aside in one go. Undoing it deletes the row.
create table set_aside (
    act integer primary key,
    campaign_id varchar not null,
    set_aside_at timestamptz not null,
    chosen_by varchar not null,         -- the conditions, in words
    reason varchar not null             -- the organisers' own note; not published
);
create table set_aside_signature (
    act integer not null,
    file_id integer not null,
    line bigint not null,
    part integer not null
);

-- Who takes back what was signed up to the end of a day, whether or not that is loaded yet.
create table withdrawal (
    campaign_id varchar not null,
    file_id integer not null,
    line bigint not null,
    part integer not null,
    person_key uuid not null,
    day date not null
);

-- One row: what the organisers say of two person keys of a campaign, before the rules. Where they are not the same, the first
-- is kept apart from all that the rules put together with the other.
create table person_verdict (
    campaign_id varchar not null,
    person_key uuid not null,
    other_key uuid not null,
    is_same boolean not null,
    primary key (campaign_id, person_key, other_key)
);

-- One row: two person keys that the rules find to be one person, and the name or initials that tell it.
create table found_pair (campaign_id varchar not null, person_key uuid not null, other_key uuid not null, told_by ubigint not null);

-- One row: one person key of a person who has several, with the one that stands for all of them. Made anew by every load.
create table same_person (campaign_id varchar not null, person_key uuid not null, person uuid not null);

create table contact (
    campaign_id varchar not null,
    file_id integer not null,
    line bigint not null,
    part integer not null,
    contact_key ubigint not null,       -- same reference, else e-mail address, else organisation, role and name: same key
    contact_ref varchar,                -- the organisers' own reference, where their log has one
    signer_key uuid,                    -- what the signature of this person, or of this organisation, would have as person_key
    is_person boolean not null,         -- false: an organisation, so a signature that names it is its own
    occurred_at timestamptz not null,
    day date not null,
    organisation varchar,
    contact_role varchar,
    team varchar not null,              -- the owner, where campaign.toml lists it among its teams; else ''
    country_text varchar,
    type_text varchar,
    email_country varchar,
    channel varchar not null,
    stage varchar not null,
    wave varchar not null,
    follow_up_on date,
    name_key ubigint,                   -- of the name alone; null: none is told. Finds members of the Parliament
    member_group varchar,               -- of a member of the Parliament: the political group
    committees varchar,                 -- the same: the seats in committees, as "ENVI: M; ITRE: S"
    mail_outcome varchar not null       -- bounced (contacted, and it did not arrive) | unsubscribed (declined) | ''
);

create table mention (
    campaign_id varchar not null,
    file_id integer not null,
    line bigint not null,
    part integer not null,
    address varchar not null,           -- canonical address: one page, one address
    credit varchar,                     -- canonical address of an article, or number of a wire's item, that it comes from
    published_at timestamptz not null,
    day date not null,
    is_day_seen boolean not null,       -- true: no usable publication date, the time it was seen counts
    outlet varchar not null,
    outlet_type varchar not null,
    url varchar not null,
    title varchar not null,
    language varchar not null,
    country_text varchar,
    domain_country varchar
);

-- One row: how many of all articles that a source saw in one span of time matched the search.
create table attention_observation (
    campaign_id varchar not null,
    file_id integer not null,
    line bigint not null,
    part integer not null,
    source varchar not null,
    observed_at timestamptz not null,   -- the beginning of the span
    span varchar not null,              -- day | hour | 15m | ... as the source names it; '' where it does not
    day date not null,                  -- on the source's own clock: its totals are of such days
    country varchar,                    -- null: articles of every country
    mentions bigint not null,
    articles bigint not null
);

-- Cumulative totals as published by a source without single signatures, by country and (is_whole) over all of them.
create table count_observation (
    campaign_id varchar not null,
    file_id integer not null,
    line bigint not null,
    part integer not null,
    observed_at timestamptz not null,
    day date not null,                  -- the last day that the observation covers
    country varchar not null,
    total bigint not null,
    is_late boolean not null,           -- listed by the source, but not part of its total: pending
    is_whole boolean not null           -- the source's own total; what it gives to no country is worked out from it
);
