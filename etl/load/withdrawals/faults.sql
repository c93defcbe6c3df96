-- Withdrawals that cannot be carried out, each with the column and the reason.
insert into fault
select line, part, 'name', null, 'neither a name nor an e-mail address' from record where not names_somebody
union all
select line, part, 'withdrawn_at', withdrawn_at, date_fault(withdrawn_at, withdrawn_moment, $dated_on) from record
where date_fault(withdrawn_at, withdrawn_moment, $dated_on) is not null;
