-- Invented signatures in the layout signatures_csv, one row each, the same for the same number of rows and release of DuckDB.
-- Of a hundred rows one is unusable (half: no readable date; half: neither name nor address), two repeat a person.
with vocabulary as (
    select
        ['Al', 'Bre', 'Cor', 'Dav', 'El', 'Fio', 'Gal', 'Hel', 'Ir', 'Jov', 'Kal', 'Lum', 'Mir', 'Nor', 'Ol', 'Per', 'Quin',
         'Ras', 'Sel', 'Tam', 'Ul', 'Ver', 'Wen', 'Xan', 'Yar', 'Zol', 'Ád', 'Łu', 'Šte', 'Ñe'] as openings,
        ['ba', 'be', 'do', 'fa', 'gi', 'ha', 'ka', 'li', 'lo', 'mi', 'mo', 'na', 'nu', 'po', 'ra', 'ri', 'sa', 'ta', 've',
         'vi', 'za', 'zu'] as middles,
        ['mond', 'rell', 'stra', 'vik', 'dotto', 'quist', 'brand', 'nheim', 'szel', 'lova', 'tinen', 'ques', 'ridis', 'ård',
         'ović', 'ăru', 'łek'] as endings,
        ['Germany', 'DE', 'Deutschland', 'NL', 'Netherlands', 'France', 'FR', 'Italia', 'Spain', 'PL', 'Polska', 'Austria',
         'Belgique', 'Sverige', 'FI', 'Denmark', 'Portugal', 'Ireland', 'Česko', 'Greece', 'România', 'HU', 'Bulgaria',
         'Croatia', 'SK', 'Slovenija', 'Lithuania', 'LV', 'Eesti', 'Luxembourg', 'Malta', 'Cyprus', 'Switzerland', 'UK'
        ] as countries,
        ['University of {}', '{} GmbH', 'Professor, Universität {}', '{} Association, France', 'CTO at {} S.p.A.',
         'Instituto de {}, Spain', 'Politechnika {}', '{} B.V.', 'PhD student, {} Institute of Technology', 'Stichting {}'
        ] as affiliations,
        ['university', 'company', 'ngo', 'research_institute', 'network_or_association'] as institution_types
),
numbered as (
    select
        row_number as number,
        if(row_number % 50 = 7, (hash(row_number, 'again') >> 1)::bigint % row_number, row_number) as person,
        (hash(row_number) >> 1)::bigint as draw
    from range($first, $first + $rows) as numbers(row_number)
),
drawn as (
    select
        number,
        person,
        draw % 200 as fault,                                        -- 0: no date; 1: no name, no address
        (draw >> 8) % 100 as stated,
        (draw >> 16) % least(200_000, greatest($rows // 5, 1)) as affiliation,
        (draw >> 36) % 25_920_000 as second,                        -- of 300 days
        (hash(person, 'name') >> 1)::bigint as name
    from numbered
)
select
    if(fault = 0, 'soon', strftime(timestamp '2026-01-01' + to_seconds(second), '%Y-%m-%dT%H:%M:%S+00:00')) as signed_at,
    if(fault = 1, '', openings[1 + name % 30] || 'an ' || openings[1 + (name >> 8) % 30]
        || middles[1 + (name >> 16) % 22] || endings[1 + (name >> 24) % 17]) as name,
    if(fault = 1, '', 'person' || person || '@example.org') as email,
    if(stated >= 80, '', replace(affiliations[1 + affiliation % 10], '{}', openings[1 + affiliation % 30]
        || middles[1 + (affiliation // 30) % 22] || middles[1 + (affiliation // 660) % 22]
        || endings[1 + (affiliation // 14_520) % 17])) as affiliation,
    if(stated % 2 = 0, countries[1 + least((name >> 32) % 34, (name >> 40) % 34)], '') as country,
    if(stated % 3 = 0, institution_types[1 + affiliation % 5], '') as institution_type,
    if(stated < 70, 'form', 'newsletter') as channel,
    if(stated = 99, 'no', 'yes') as confirmed
from drawn, vocabulary
order by number
