-- The distinct texts of this file whose meaning is asked for, and what about.
create or replace temp view texts_asked as
select distinct 'country' as about, country as text from record where country is not null;
