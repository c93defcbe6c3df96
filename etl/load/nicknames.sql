-- The nicknames of data/reference/nicknames.csv, spelt as names are compared.
set variable nicknames = (
    with given as (select unnest($nicknames::varchar[]) as nickname, unnest($names::varchar[]) as name),
    written as (select written_name(nickname) as nickname, written_name(name) as name from given),
    spelt as (select spelt(nickname) as nickname, min(spelt(name)) as name from written group by 1)
    select map_from_entries(list((nickname, name))) from spelt where nickname <> name
);
set variable nickname_pattern = '\b(' || array_to_string(map_keys(getvariable('nicknames')), '|') || ')\b';
