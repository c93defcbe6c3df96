-- The same, trimmed, with its moment read; a moment that cannot be read is null.
create or replace temp table record as
select
    line, part,
    cell(observed_at) as observed_at,
    in_our_words('country', cell(country)) as country,
    cell(total) as total,
    moment(cell(observed_at), $dates) as observed_moment
from landed;
