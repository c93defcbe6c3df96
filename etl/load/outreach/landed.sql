-- One row: one record of an outreach file, as text.
create or replace temp table landed_row (
    line bigint, part integer,
    occurred_at varchar, organisation varchar, contact_role varchar, name varchar, given_name varchar,
    family_name varchar, email varchar, country varchar, institution_type varchar, channel varchar, stage varchar,
    wave varchar, follow_up_on varchar, contact_ref varchar, owner varchar,
    member_group varchar, committees varchar
);
