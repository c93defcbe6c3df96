-- Every readable mention. Its time is the publication; where that is missing, or more than a year off the day the source
-- saw it, the time it was seen.
-- A credit is an address, or the number of an item: the bare name of a wire tells no story.
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
        canonical_address(url) as page
    from dated
)
select
    $campaign_id, $file_id, line, part,
    coalesce(page, folded(title) || '|' || coalesce(folded(outlet), '')),
    case when credit ilike 'http%://%' then canonical_address(credit)
         when regexp_matches(credit, '\d') then folded(credit) end,
    counted_at,
    coalesce(calendar_day(counted_text, counted_at, $campaign_zone), cast($dated_on as date)),
    is_seen,
    coalesce(outlet, 'unknown'), coalesce(outlet_type, 'unknown'), coalesce(url, ''), coalesce(title, url),
    coalesce((select code from meaning where about = 'language' and text = language), ''),
    country,
    (select code from meaning where about = 'domain' and text = top_domain(host(url)))
from addressed;
