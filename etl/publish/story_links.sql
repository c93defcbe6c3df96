-- Which mentions tell the same story: temporary tables for etl/publish/stories.py. Links are pairs of mentions; a story is
-- what is linked, over whatever steps. Everything is made anew from all mentions, so that no order of loading matters.

-- One row: one counted mention, numbered from 0 in the order of publication.
create or replace temp table told as
select
    row_number() over (
        order by campaign_id, published_at, address, title, outlet, language, url, country_text, m.file_id, line, part
    ) - 1 as mention,
    campaign_id, file_id, line, part, address, published_at, language, credit, headline(title, outlet) as headline
from mention m
anti join repeated using (file_id, line, part);

-- One row: a headline in one language (unknown is one too), as long as no more than five days pass between two mentions:
-- a pick-up comes within days, a weekly column after seven. Shorter headlines tell no story of their own.
create or replace temp table headline_run as
with pauses as (
    select mention, campaign_id, headline, language, published_at,
           coalesce(published_at - lag(published_at) over earlier > interval 5 days, true) as begins
    from told
    where length(headline) >= 20 and contains(headline, ' ')
    window earlier as (partition by campaign_id, headline, language order by mention)
)
select mention, campaign_id, headline, language, published_at,
       max(if(begins, mention, null)) over (partition by campaign_id, headline, language order by mention) as run
from pauses;

create or replace temp table story_link as
select mention, run as other from headline_run where mention <> run
union all
select * from (
    select mention, min(mention) over (partition by campaign_id, address) as other from told
) where mention <> other
union all
select * from (
    select mention, min(mention) over (partition by campaign_id, credit) as other from told where credit is not null
) where mention <> other
union all
select c.mention, min(o.mention)
from told c join told o on o.campaign_id = c.campaign_id and o.address = c.credit
where c.mention <> o.mention
group by c.mention;

-- One row: one run with its words.
create or replace temp table worded_run as
select run, campaign_id, any_value(headline) as headline, any_value(language) as language,
       list_sort(list_distinct(string_split(any_value(headline), ' '))) as words,
       min(published_at) as first_at, max(published_at) as last_at
from headline_run
group by run, campaign_id
having len(words) >= 4;

-- One row: a block in which a run is compared with others: one of its rarest words, in one of the spans of five days that
-- it touches. Two headlines that share six of ten words share one of the four or five rarest of each (prefix filtering;
-- Chaudhuri, Ganti and Kaushik, ICDE 2006), so that no pair is missed for want of a common block.
create or replace temp table block as
with word as (select run, campaign_id, unnest(words) as word, len(words) as word_count from worded_run),
frequency as (select campaign_id, word, count(*) as runs from word group by all),
ranked as (
    select run, word, word_count,
           row_number() over (partition by run order by runs, word) as place,
           count(*) over (partition by run) as shared_count
    from word join frequency using (campaign_id, word)
    where runs > 1
),
spanned as (
    select campaign_id, run, word, headline,
           unnest(range(epoch(first_at)::bigint // 432000, epoch(last_at)::bigint // 432000 + 2)) as span
    from ranked join worded_run using (run)
    where place <= shared_count - ceil(0.6 * word_count) + 1
)
select hash(campaign_id, word, span) as block, run, length(headline) as letters,
       row_number() over (partition by hash(campaign_id, word, span) order by headline, run) as place
from spanned
qualify count(*) over (partition by hash(campaign_id, word, span)) > 1;

-- One row: two runs of one block with what each headline has beyond the other. In a crowded block only neighbours in the
-- order of the alphabet are compared, ten to either side, and each with the shortest, which the others may extend: so the
-- work grows with the number of mentions.
create or replace temp table near_run as
with beside as (
    select b.run, c.run as other
    from block b
    cross join (select unnest(range(1, 11)) as steps)
    join block c on c.block = b.block and c.place = b.place + steps
    union
    select run, shortest
    from block join (select block, arg_min(run, (letters, place)) as shortest from block group by block) using (block)
    where run <> shortest
),
pair as (select distinct least(run, other) as run, greatest(run, other) as other from beside),
compared as (
    select run, other,
           list_filter(one.words, lambda word: not list_contains(two.words, word)) as own,
           list_filter(two.words, lambda word: not list_contains(one.words, word)) as others,
           len(one.words) as word_count, greatest(len(one.words), len(two.words)) as most
    from pair
    join worded_run one using (run)
    join worded_run two on two.run = other
    where one.campaign_id = two.campaign_id
      and (one.language = two.language or one.language = '' or two.language = '')
      and greatest(one.first_at, two.first_at) - least(one.last_at, two.last_at) <= interval 5 days
)
select run, other, array_to_string(own, ' ') as own, array_to_string(others, ' ') as others
from compared
where word_count - len(own) >= 0.6 * most;

-- Where one headline says all that the other says, nothing more needs to be compared.
insert into story_link
select run, other from near_run where own = '' or others = '';

create or replace temp table story_of_mention (mention bigint not null, story bigint not null);
