-- One row: one record of the file at hand, as it is kept. The lines are those of the reader, which numbers them in order:
-- the rows of a table that several processors filled are not always in the order of the file.
create or replace temp view record as from kept;
