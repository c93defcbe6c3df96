-- The records at hand of people who were forgotten (the temporary table forgotten) are as if they had not been read.
create or replace temp table left_out as select line, part from record semi join forgotten using (person_key);

delete from kept where (coalesce(line, rowid + getvariable('first_line')), part) in (select (line, part) from left_out);
