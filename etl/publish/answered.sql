-- One row: one affiliation text of the warehouse that an organiser has answered: every text that differs from the
-- answered one only in case, accents and punctuation. The table answer holds what overrides.csv of each campaign says.
create temp table answered as
select campaign_id, a.text, o.country, o.institution_type, o.institution, o.institution_id
from affiliation a
join answer o on folded(a.text) = folded(o.text)
where folded(o.text) <> '' or a.text = o.text
qualify row_number() over (partition by campaign_id, a.text order by a.text = o.text desc, o.text) = 1;
