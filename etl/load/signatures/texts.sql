-- The distinct texts of this file whose meaning is asked for, and what about.
create or replace temp view texts_asked as
select distinct 'affiliation' as about, affiliation as text from record where affiliation is not null
union all
select distinct 'country', country from record where country is not null
union all
select distinct 'institution_type', institution_type from record where institution_type is not null
union all
select distinct 'domain', top_domain(mail_domain)
from (select distinct mail_domain from record) where top_domain(mail_domain) is not null;
