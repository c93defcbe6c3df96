-- Every readable mention. Its time is the publication; where that is missing, or more than a year off the day the source
-- saw it, the time it was seen. Its story is told by the title, or by the address where the title is short.
insert into mention
with dated as (
    select
        *,
        published_moment is null and seen_moment is not null
            or coalesce(abs(date_diff('day', published_moment, seen_moment)) > 366, false) as is_seen
    from record
    anti join fault using (line, part)
),
addressed as (
    select
        *,
        if(is_seen, seen_moment, coalesce(published_moment, cast($dated_at as timestamptz))) as counted_at,
        if(is_seen, seen_at, published_at) as counted_text,
        rtrim(regexp_replace(regexp_replace(lower(url), '^https?://(www\.|m\.|amp\.)?', ''), '[?#].*$', ''), '/') as page
    from dated
)
select
    $campaign_id, $file_id, line, part,
    coalesce(page, folded(title) || '|' || coalesce(folded(outlet), '')),
    if(length(folded(title)) >= 20, 'title ' || folded(title), 'page ' || coalesce(page, folded(title))),
    counted_at,
    coalesce(calendar_day(counted_text, counted_at, $campaign_zone), cast($dated_on as date)),
    is_seen,
    coalesce(outlet, 'unknown'), coalesce(outlet_type, 'unknown'), coalesce(url, ''), coalesce(title, url),
    coalesce((select code from meaning where about = 'language' and text = language), ''),
    country,
    (select code from meaning where about = 'domain' and text = top_domain(host(url)))
from addressed;
