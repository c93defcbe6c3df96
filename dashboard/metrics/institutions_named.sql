-- title: Institutions named
-- unit: institutions
-- counted: Institutions that the affiliation of a counted signature names, each counted once.
-- A row: the whole selection; there is one row.
with named as (  -- grouped: count(distinct …) takes twice as long
    select institution_id
    from institutions_in($campaign, $from_day, $to_day, $countries, $institution_types)
    group by institution_id
)
select count(*) as institutions from named
