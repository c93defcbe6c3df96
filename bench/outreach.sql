-- Invented contact events in the layout contact_log_csv, one row each, the same for the same number of rows and release of
-- DuckDB. Four events to a contact: contacted, then days later delivered, clicked or replied, committed or declined; of a
-- hundred events one is unusable (no readable date), and one stands in the file twice.
with vocabulary as (
    select
        ['Al', 'Bre', 'Cor', 'Dav', 'Fio', 'Gal', 'Hel', 'Jov', 'Kal', 'Lum', 'Mir', 'Nor', 'Per', 'Ras', 'Sel', 'Tam'
        ] as openings,
        ['mond', 'rell', 'stra', 'vik', 'tto', 'quist', 'brand', 'nheim', 'szel', 'lova', 'tinen', 'ques', 'ridis', 'ård',
         'ović', 'łek'] as endings,
        ['University of {}', '{} GmbH', 'Universität {}', '{} Association', '{} S.p.A.', 'Instituto de {}', 'Politechnika {}',
         '{} B.V.', '{} Institute of Technology', 'Stichting {}'] as organisations,
        ['DE', 'Netherlands', 'FR', 'Italia', 'ES', 'PL', 'Austria', 'BE', 'Sverige', 'FI', 'Denmark', 'PT', 'IE', 'CZ', ''
        ] as countries,
        ['university', 'company', 'ngo', 'research_institute', ''] as institution_types,
        ['rector', 'dean', 'director', 'press officer', 'chair'] as roles,
        ['email', 'phone', 'personal', 'event'] as channels
),
event as (
    select
        number,
        if(number % 100 = 99, number - 1, number) as told,
        told // 4 as contact,
        told % 4 as step,
        (hash(contact) >> 1)::bigint as draw,
        (hash(told, 'event') >> 1)::bigint as chance,
        contact % greatest($rows // 50, 1) as organisation
    from range($rows) as numbers(number)
)
select
    if(chance % 100 = 0, 'soon', strftime(
        timestamp '2026-01-01' + to_seconds(draw % 21_600_000 + step * 345_600 + chance % 86_400), '%Y-%m-%dT%H:%M:%S+00:00'
    )) as occurred_at,
    replace(organisations[1 + organisation % 10], '{}',
            openings[1 + organisation % 16] || endings[1 + (organisation // 16) % 16] || ' ' || organisation) as organisation,
    roles[1 + draw % 5] as contact_role,
    countries[1 + organisation % 15] as country,
    institution_types[1 + organisation % 5] as institution_type,
    channels[1 + (draw >> 8) % 4] as channel,
    case step
        when 0 then 'contacted'
        when 1 then 'delivered'
        when 2 then if(chance % 3 = 0, 'replied', 'clicked')
        else if(chance % 7 = 0, 'declined', 'committed')
    end as stage,
    'team ' || (draw >> 16) % 5 as owner,
    'wave ' || (draw >> 20) % 12 as wave,
    if((draw >> 24) % 10 < 8, 'contact' || contact || '@example.org', '') as email,
    if(step = 0, strftime(date '2026-01-08' + ((draw % 21_600_000) // 86_400)::integer, '%Y-%m-%d'), '') as follow_up_on
from event, vocabulary
order by number
