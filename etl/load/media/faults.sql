-- Mentions that cannot be counted, each with the column and the reason.
insert into fault
select line, part, 'url', null, 'neither an address nor a title' from record where url is null and title is null
union all
select line, part, 'url', url, 'not a web address' from record
where url is not null and not regexp_full_match(lower(url), 'https?://[^\s/?#]+\S*')
union all
select line, part, 'published_at', published_at, 'not a date in a declared form' from record
where published_at is not null and published_moment is null
union all
select line, part, 'seen_at', seen_at, 'not a date in a declared form' from record
where seen_at is not null and seen_moment is null
union all
select line, part, 'published_at', null, 'no date' from record
where published_at is null and seen_at is null and $dated_on is null
union all
select line, part, 'published_at', published_at, 'a year before 1990 or after 2100' from record
where seen_at is null and not is_plausible(published_moment);
