-- How many institutions the registry knows, by country and kind. $path: ror.csv as `etl reference ror` wrote it.
insert into registered_institution by name
select country, institution_type, count(*) as institutions
from read_csv($path, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {
    'institution_id': 'varchar', 'name': 'varchar', 'institution_type': 'varchar', 'country': 'varchar',
    'names': 'varchar'})
where country is not null
group by all
order by all;
