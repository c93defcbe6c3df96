-- One row: one record of the file at hand, as it is kept, with its line. Where lines follow each other (first_line, set while
-- landing) the table itself may count them (line is null), since to number them keeps the reader to one processor. The table
-- is in the order of the file as long as no join stands between, and `in` with a long list is a join too.
create or replace temp view record as
select coalesce(line, rowid + getvariable('first_line')) as line, * exclude (line) from kept;
