-- Invented signatures, each with an institution behind a site of a network as its affiliation.
with named as (
    select split_part(institutions, '|', 1) as institution, row_number() over () - 1 as place
    from read_csv($sites, all_varchar = true)
),
drawn as (
    select *, row_number() over () % (select count(*) from named) as place
    from read_csv($drawn, all_varchar = true)
)
select drawn.* exclude (place) replace (institution as affiliation)
from drawn
join named using (place)
