-- The same, trimmed, in the house's words, with its moments read; a moment that cannot be read is null. Of an address that
-- leads over another one (redirect_parameter, and the well-known ones), the real one counts.
create or replace temp table kept as
with redirected as (
    select * replace (coalesce(
        nullif(url_decode(regexp_extract(url, '[?&]' || $redirect_parameter || '=([^&#]+)', 1)), ''), cell(url)) as url)
    from landed
),
led as (select * replace (behind_redirect(url) as url) from redirected),
addressed as (select * replace (behind_copy(url) as url) from led)
select
    line, part,
    cell(published_at) as published_at,
    cell(seen_at) as seen_at,
    coalesce(cell(outlet), host(url)) as outlet,
    lower(in_our_words('outlet_type', cell(outlet_type))) as outlet_type,
    url,
    cell(title) as title,
    lower(in_our_words('language', cell(language))) as language,
    in_our_words('country', cell(country)) as country,
    cell(credit) as credit,
    moment(cell(published_at), $dates) as published_moment,
    moment(cell(seen_at), $dates) as seen_moment
from addressed;

create or replace temp view written as from kept;
