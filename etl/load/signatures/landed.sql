-- One row: one record of a signature file, as text.
create or replace temp table landed_row (
    line bigint, part integer,
    signed_at varchar, name varchar, given_name varchar, family_name varchar, email varchar, affiliation varchar,
    country varchar, institution_type varchar, channel varchar, partner varchar, campaign_tag varchar,
    confirmed varchar, signer_kind varchar, person_ref varchar
);
