-- One row: one record of a list of articles, as text.
create or replace temp table landed_row (
    line bigint, part integer,
    published_at varchar, seen_at varchar, outlet varchar, outlet_type varchar, url varchar, title varchar,
    language varchar, country varchar, credit varchar
);
