-- Signatures that cannot be counted, each with the column and the reason.
insert into fault
select line, part, 'name', null, 'neither a name nor an e-mail address' from record where not names_somebody
union all
select line, part, 'signed_at', null, 'no date' from record where not has_date and $dated_on is null
union all
select line, part, 'signed_at', signed_at, 'not a date in a declared form' from record
where has_date and signed_moment is null
union all
select line, part, 'signed_at', signed_at, 'a year before 1990 or after 2100' from record
where not is_plausible(signed_moment)
union all
select line, part, 'confirmed', confirmed, 'neither yes nor no' from record where confirmed is not null
union all
select line, part, 'signer_kind', signer_kind, 'neither person nor organisation' from record
where signer_kind not in ('person', 'organisation');
