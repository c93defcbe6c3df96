-- What no remaining record says is not remembered either: a text may have been somebody's own.
delete from affiliation where text not in (
    select affiliation from signature where affiliation is not null
    union all
    select organisation from contact where organisation is not null
);
delete from meaning
where (about = 'country' and text not in (
        select country_text from signature where country_text is not null
        union all select country_text from contact where country_text is not null
        union all select country_text from mention where country_text is not null
    ))
   or (about = 'institution_type' and text not in (
        select type_text from signature where type_text is not null
        union all select type_text from contact where type_text is not null
    ));

delete from other_affiliation where text not in (select text from affiliation);
