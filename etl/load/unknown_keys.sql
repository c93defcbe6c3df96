-- Of the person keys given, those that nobody has: neither in the warehouse in use nor among the forgotten.
select person_key::varchar from (
    select unnest($keys::varchar[])::uuid as person_key
    except
    (select person_key from signature
     union all select person_key from withdrawal
     union all select signer_key from contact where is_person
     union all select person_key from forgotten)
)
order by all;
