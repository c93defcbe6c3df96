-- Every mark of the warehouse in use, marked once more with the secrets that were added to the person key. Who is one person
-- (found_pair, same_person, superseded) is settled anew after it.
update signature set
    person_key = marked_again(person_key), domain_key = short_marked_again(domain_key),
    name_key = short_marked_again(name_key), initial_key = short_marked_again(initial_key);

update withdrawal set person_key = marked_again(person_key);

update contact set
    contact_key = short_marked_again(contact_key), signer_key = marked_again(signer_key),
    name_key = short_marked_again(name_key);

create or replace temp table said as from person_verdict;
truncate person_verdict;
insert into person_verdict by name
select * replace (marked_again(person_key) as person_key, marked_again(other_key) as other_key) from said;

update warehouse set key_check = $check;
