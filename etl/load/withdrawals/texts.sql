-- A list of withdrawals has no texts whose meaning is asked for.
create or replace temp view texts_asked as select null::varchar as about, null::varchar as text where false;
