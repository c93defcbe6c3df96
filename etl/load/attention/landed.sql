-- One row: one span of time with the articles that matched and all that the source saw, as text.
create or replace temp table landed_row (
    line bigint, part integer,
    observed_at varchar, span varchar, source varchar, country varchar, mentions varchar, articles varchar
);
