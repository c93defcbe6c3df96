-- The marks of every name of the file, each worked out once.
create or replace temp table name_mark as
with named as (select hash(name) as name_hash, any_value(name) as name from record where name is not null group by 1),
-- Step by step: what a macro takes is written out as often as the macro names it, and a long text is long to plan.
written as (select name_hash, lower(name) as lower_name, written_name(name) as name from named),
spelt as (select name_hash, lower_name, spelt(name) as name from written),
worded as (select name_hash, name_words(coalesce(nullif(name, ''), lower_name)) as words from spelt),
-- A. Lovelace, Lovelace A. and Lovelace A. B. tell a family name and an initial; one letter among words tells nothing.
ordered as (
    select name_hash, words, len(words[1]) > 1 and list_max(list_transform(words[2:], lambda word: len(word))) = 1
        as family_first
    from worded
),
parts as (
    select name_hash, words, len(words) > 1 and len(words[1]) > 1 and not family_first as is_full_name,
        if(family_first, words[2], left(words[1], 1)) as initial,
        if(family_first, words[1], words[-1]) as family
    from ordered
)
select name_hash, is_full_name,
    short_mark('name ' || sorted_words(
        if(is_full_name, list_filter(words, lambda word: len(word) > 1), words))) as name_key,
    if(len(words) > 1, short_mark('initial ' || initial || ' ' || family), null) as initial_key
from parts;
