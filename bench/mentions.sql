-- Invented mentions in the layout mentions_csv, one row each, the same for the same number of rows and release of DuckDB.
-- One story has four mentions on average, in one language and within two days: as it is, in capitals, with the outlet's name
-- behind it, or with a word more. Two words of a headline are common to many, six are rare.
create temp table mention as
with vocabulary as (
    select
        ['open', 'letter', 'models', 'europe', 'rules', 'science', 'debate', 'call'] as common_words,
        ['bal', 'cor', 'dav', 'fio', 'gal', 'hel', 'jov', 'kal', 'lum', 'mir', 'nor', 'per', 'ras', 'sel', 'tam', 'ver'
        ] as openings,
        ['be', 'do', 'fa', 'gi', 'ka', 'lo', 'mi', 'na', 'po', 'ru', 'sa', 'te', 'va', 'xi', 'zu', 'ly'] as middles,
        ['mond', 'rell', 'stra', 'vik', 'tto', 'quist', 'brand', 'nheim', 'szel', 'lova', 'tinen', 'ques', 'ridis', 'gard',
         'novic', 'sorek'] as endings,
        ['de', 'fr', 'en', 'it', 'es', 'pl', 'nl'] as languages,
        ['DE', 'FR', 'IE', 'IT', 'ES', 'PL', 'NL', 'AT', 'BE', 'SE', 'FI', 'DK', 'PT', 'CZ', ''] as countries,
        ['newspaper', 'broadcaster', 'blog', 'tech_press', ''] as outlet_types
),
drawn as (
    select
        number,
        (hash(number, 'story') >> 1)::bigint % greatest($rows // 4, 1) as story,
        (hash(number) >> 1)::bigint as draw,
        draw % 2_000 as outlet_number,
        'Invented ' || openings[1 + outlet_number % 16] || middles[1 + (outlet_number // 16) % 16] || ' ' || outlet_number
            as outlet
    from range($rows) as numbers(number), vocabulary
),
told as (
    select
        drawn.*,
        (hash(story, 'at') >> 1)::bigint % 25_920_000 + (draw >> 12) % 172_800 as second,       -- of 300 days; of two
        list_transform(range(2), lambda place: common_words[1 + (hash(story || ' common ' || place) % 8)::bigint]) || list_transform(
            list_transform(range(6), lambda place: hash(story || ' ' || place)), lambda word: openings[1 + (word % 16)::bigint]
                || middles[1 + ((word >> 8) % 16)::bigint] || endings[1 + ((word >> 16) % 16)::bigint]
        ) as words,
        array_to_string(words, ' ') as headline
    from drawn, vocabulary
)
select
    strftime(timestamp '2026-01-01' + to_seconds(second), '%Y-%m-%dT%H:%M:%S+00:00') as published_at,
    outlet,
    'https://outlet-' || outlet_number || '.example/' || number as url,
    case number % 4
        when 0 then headline
        when 1 then upper(headline)
        when 2 then headline || ' | ' || outlet
        else headline || ' update'
    end as title,
    languages[1 + story % 7] as language,
    countries[1 + outlet_number % 15] as country,
    outlet_types[1 + outlet_number % 5] as outlet_type,
    story
from told, vocabulary
order by number
