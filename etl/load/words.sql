-- The words of the source in the house's terms, from the [values] of its TOML file: field → text in lower case → value. A
-- variable, not a table, so that fields without such words cost a row nothing.
set variable words = (
    select map_from_entries(list((field, texts)))
    from (
        select field, map_from_entries(list((text, value))) as texts
        from (
            select
                unnest($fields::varchar[]) as field, unnest($texts::varchar[]) as text, unnest($values::varchar[]) as value
        )
        group by field
    )
);
