-- title: How fresh each kind of data is
-- unit: last day and last loading
-- counted: The last day that has an entry of that kind, and the moment at which a file of that kind was last loaded.
-- A row: one kind of data that was loaded.
with entries as (
    select 'signatures' as kind, max(day) as last_day from signature_daily where campaign_id = $campaign
    union all
    select 'counts', max(day) from signature_daily where campaign_id = $campaign
    union all
    select 'outreach', max(day) from outreach_daily_brief where campaign_id = $campaign
    union all
    select 'media', max(day) from media_daily_brief where campaign_id = $campaign
)
select kind, count(*) as files, max(loaded_at) as last_loaded_at, any_value(last_day) as last_day
from load_ledger
left join entries using (kind)
where campaign_id = $campaign
group by kind
order by kind
