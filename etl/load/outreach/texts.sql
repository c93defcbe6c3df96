-- The distinct texts of this file whose meaning is asked for, and what about.
create or replace temp view texts_asked as
select distinct 'affiliation' as about, organisation as text from record where organisation is not null
union all
select distinct 'country', country from record where country is not null
union all
select distinct 'institution_type', institution_type from record where institution_type is not null
union all
select distinct 'domain', domain from record where has_email and domain is not null;
