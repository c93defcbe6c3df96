-- One row: one cumulative total of one country at one moment, or (whole) of the source at that moment, as text.
create or replace temp table landed_row (
    line bigint, part integer, observed_at varchar, country varchar, total varchar, late varchar, whole varchar
);
