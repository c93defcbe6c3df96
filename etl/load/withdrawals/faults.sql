-- Withdrawals that cannot be carried out, each with the column and the reason.
insert into fault
select line, part, 'name', null, 'neither a name nor an e-mail address' from record where not names_somebody
union all
select line, part, 'withdrawn_at', null, 'no date' from record where withdrawn_at is null and $dated_on is null
union all
select line, part, 'withdrawn_at', withdrawn_at, 'not a date in a declared form' from record
where withdrawn_at is not null and withdrawn_moment is null
union all
select line, part, 'withdrawn_at', withdrawn_at, 'a year before 1990 or after 2100' from record
where not is_plausible(withdrawn_moment);
