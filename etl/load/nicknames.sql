-- The nicknames of data/reference/nicknames.csv, spelt as names are compared.
set variable nicknames = (
    with spelt as (
        select spelt_name(nickname) as nickname, min(spelt_name(name)) as name
        from (select unnest($nicknames::varchar[]) as nickname, unnest($names::varchar[]) as name)
        group by 1
    )
    select map_from_entries(list((nickname, name))) from spelt where nickname <> name
);
set variable nickname_pattern = '\b(' || array_to_string(map_keys(getvariable('nicknames')), '|') || ')\b';
