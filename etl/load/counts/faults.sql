-- Totals that cannot be counted, each with the column and the reason.
insert into fault
select line, part, 'observed_at', observed_at, date_fault(observed_at, observed_moment, $dated_on) from record
where date_fault(observed_at, observed_moment, $dated_on) is not null
union all
select line, part, 'total', total, 'not a whole number' from record
where not regexp_full_match(coalesce(total, ''), '-?\d{1,15}')
union all
select line, part, 'late', late, 'neither yes nor no' from record where late is not null and yes_or_no(late) is null
union all
select line, part, 'country', country, 'not a country (ZZ: what the source gives to none)' from record
where country is not null and upper(country) <> 'ZZ' and not $loose_countries
  and (select code from meaning where about = 'country' and text = country) is null;
