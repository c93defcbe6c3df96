-- Every readable total. One taken at midnight (UTC or the campaign's) covers the day before; a bare date is its whole day.
insert into count_observation
with observed as (
    select *, coalesce(observed_moment, cast($dated_at as timestamptz)) as instant
    from record anti join fault using (line, part)
),
clocks as (
    select *, instant at time zone 'UTC' as in_utc, instant at time zone $campaign_zone as in_campaign_zone
    from observed
)
select
    $campaign_id, $file_id, line, part, instant,
    case when observed_at is null then cast($dated_on as date)
         when is_date_only(observed_at) then cast(instant as date)
         when cast(in_utc as time) = time '00:00' then cast(in_utc as date) - 1
         when cast(in_campaign_zone as time) = time '00:00' then cast(in_campaign_zone as date) - 1
         else cast(in_campaign_zone as date) end,
    coalesce((select code from meaning where about = 'country' and text = country), 'ZZ'),
    cast(total as bigint),
    is_late,
    is_whole
from clocks;
