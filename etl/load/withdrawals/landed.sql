-- One row: one record of a list of withdrawals, as text.
create or replace temp table landed_row (
    line bigint, part integer, withdrawn_at varchar, name varchar, given_name varchar, family_name varchar, email varchar,
    affiliation varchar
);
