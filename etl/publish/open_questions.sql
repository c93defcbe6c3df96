-- What is known for certain and what is not.

-- What each source of country and type rests on.
create temp view basis_of_source as
from (values
    ('stated', 'stated'), ('answered', 'answered'), ('institution', 'registry'),
    ('stated_in_text', 'rule'), ('place', 'rule'), ('domain', 'rule'), ('email', 'rule'), ('rule', 'rule'),
    ('no affiliation given', 'rule'),
    ('word', 'guess'), ('elsewhere', 'guess'), ('guess', 'guess'),
    ('many_countries', 'unknown'), ('unknown', 'unknown')
) as known(source, basis);

-- One row: an affiliation text (its most frequent spelling) with how many counted signatures an answer would settle. The
-- type of a text may be open, and the country of an institution; where a person is from who names none is no question.
create temp view open_question as
with texts as (
    select campaign_id, text as affiliation, sum(c.signatures) as signatures
    from counted_text c join understood u using (text_number)
    where c.type_source in ('guess', 'unknown')
       or (c.country_source in ('word', 'elsewhere', 'unknown')
           and institution_id is not null and c.institution_type <> 'individual_or_none')
    group by all
)
select campaign_id, arg_max(affiliation, (signatures, affiliation)) as affiliation,
       sum(signatures)::bigint as signatures
from texts
group by campaign_id, coalesce(nullif(folded(affiliation), ''), affiliation);
