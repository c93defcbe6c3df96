-- title: Attention by source
-- unit: of 100,000 articles; mentions; all articles
-- counted: Of all articles that a source saw, whatever they are about, those that its search for the letter found, with
--   the last day of which it says so. What it says of all countries together counts where no country is chosen.
-- A row: one source that saw an article; the most articles first.
select
    source as media_source,
    sum(mentions)::bigint as mentions,
    sum(articles)::bigint as articles,
    max(day) filter (articles > 0) as last_day
from attention_in($campaign, $from_day, $to_day, $countries)
group by source having sum(articles) > 0
order by sum(articles) desc, source
