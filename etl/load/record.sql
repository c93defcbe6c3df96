-- One row: one record of the file at hand, as it is kept, with its line. Where lines follow each other the table itself
-- counts them (first_line, set while landing): asking the reader to number them would keep it to one processor.
create or replace temp view record as
select coalesce(line, rowid + getvariable('first_line')) as line, * exclude (line) from kept;
