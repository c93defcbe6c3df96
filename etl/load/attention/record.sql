-- The same, trimmed, in the house's words, with its moment read; a moment that cannot be read is null.
create or replace temp table kept as
select
    line, part,
    cell(observed_at) as observed_at,
    lower(cell(span)) as span,
    in_our_words('source', cell(source)) as source,
    in_our_words('country', cell(country)) as country,
    cell(mentions) as mentions,
    cell(articles) as articles,
    moment(cell(observed_at), $dates) as observed_moment
from landed;

create or replace temp view written as from kept;
