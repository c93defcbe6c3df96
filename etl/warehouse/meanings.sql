-- What the rules say of every distinct text. Made from nothing by other rules: all texts are then typed again.

-- about = country | institution_type | domain | language; code is null where the text is none that is known.
create or replace table meaning (about varchar not null, text varchar not null, code varchar, primary key (about, text));

create or replace table affiliation (
    text varchar primary key,
    country varchar,
    country_from varchar not null,      -- institution stated_in_text place domain | word elsewhere | many_countries unknown
    institution_type varchar not null,
    type_from varchar not null,         -- institution | rule | guess | unknown
    institution_id varchar,
    institution varchar,
    variant varchar,                    -- how the text spells the institution
    confidence double not null,
    why varchar not null
);

-- One row: another institution that a text names after the first, where its country or type is another one.
create or replace table other_affiliation (
    text varchar not null,
    place integer not null,             -- from 2, in the order of the text
    country varchar,
    institution_type varchar not null
);
