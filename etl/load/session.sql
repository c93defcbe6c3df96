-- Tables of one file's way through loading. Temporary: made anew for every file.

-- What is wrong, one row a finding; a record with a finding is rejected. column_name is the file's own or our field's.
create or replace temp table fault (line bigint, part integer, column_name varchar, value varchar, reason varchar);
