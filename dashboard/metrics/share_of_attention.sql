-- title: Share of attention
-- unit: of 100,000 articles; mentions; all articles
-- counted: Of all articles that a source saw, whatever they are about, those that its search for the letter found. Only
--   sources that tell both are here; they are never added to each other, nor to the mentions of other figures. Days are
--   the source's own, and one that it says nothing of is a gap. What it says of all countries together counts where no
--   country is chosen. The interval holds the true share in 95 % (Wilson). Kinds of institution do not apply.
-- A row: one source and one day or, where the days span more than nine weeks, one week from Monday to Sunday, from the
--   source's first to its last; the source with most articles first.
with seen as (
    select source, day, sum(mentions) as mentions, sum(articles) as articles
    from attention_in($campaign, $from_day, $to_day, $countries)
    group by source, day
),
spoke as (
    select source, min(day) as first_day, max(day) as last_day, sum(articles) as all_articles from seen group by source
)
select
    spoke.source as media_source,
    period_from,
    period_to,
    sum(mentions)::bigint as mentions,
    sum(articles)::bigint as articles
from periods_between((select min(day) from seen), (select max(day) from seen))
join spoke on period_to >= first_day and period_from <= last_day
left join seen on seen.source = spoke.source and day between period_from and period_to
group by spoke.source, all_articles, period_from, period_to
order by all_articles desc, media_source, period_from
