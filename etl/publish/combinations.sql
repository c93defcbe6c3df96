-- People who name several affiliations, by all of them. What is stated counts for the one named first; an affiliation text
-- that the organisers have answered has one.

-- One row: people of one day with the affiliations that they name, the first named first.
create temp table named_together as
with several as (
    select text_number,
           list({'country': coalesce(o.country, 'ZZ'), 'institution_type': o.institution_type} order by place) as others
    from understood u join other_affiliation o using (text)
    anti join answered a on a.campaign_id = u.campaign_id and a.text = u.text
    group by text_number
),
firsts as (
    select campaign_id, day, text_number, {'country': country, 'institution_type': institution_type} as first,
           count(*) as signatures
    from counted_signature semi join several using (text_number)
    where signer_kind = 'person'
    group by all
)
select campaign_id, day, list_prepend(first, list_filter(others, lambda other: other <> first)) as affiliations,
       sum(signatures)::bigint as signatures
from firsts join several using (text_number)
where list_filter(others, lambda other: other <> first) <> []
group by all;

create temp table combination as
select row_number() over (order by cast(affiliations as varchar)) as combination, affiliations
from (select distinct affiliations from named_together);

insert into published.affiliation_combination by name
select combination, unnest(generate_series(1, len(affiliations))) as place, len(affiliations) as parts,
       unnest(affiliations, recursive := true)
from combination
order by all;

insert into published.combination_daily by name
select campaign_id, day, combination, signatures
from named_together join combination using (affiliations)
order by all;
