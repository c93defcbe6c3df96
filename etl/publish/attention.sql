-- The share of attention, from the observations that count; the spans of one day are added up.
insert into published.attention_daily by name
select campaign_id, day, source, country, sum(mentions)::bigint as mentions, sum(articles)::bigint as articles
from attention_observation
anti join repeated using (file_id, line, part)
group by all
order by all;
