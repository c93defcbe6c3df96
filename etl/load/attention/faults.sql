-- Observations that cannot be counted, each with the column and the reason.
insert into fault
select line, part, 'observed_at', observed_at, date_fault(observed_at, observed_moment, $dated_on) from record
where date_fault(observed_at, observed_moment, $dated_on) is not null
union all
select line, part, 'mentions', mentions, 'not a whole number from 0 on' from record where not is_whole_number(mentions)
union all
select line, part, 'articles', articles, 'not a whole number from 0 on' from record where not is_whole_number(articles)
union all
select line, part, 'mentions', mentions, 'more than all articles' from record
where is_whole_number(mentions) and is_whole_number(articles) and try_cast(mentions as bigint) > try_cast(articles as bigint)
union all
select line, part, 'country', country, 'not a country (empty: articles of every country)' from record
where country is not null and upper(country) <> 'ZZ' and not $loose_countries
  and (select code from meaning where about = 'country' and text = country) is null;
