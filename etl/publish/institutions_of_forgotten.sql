-- The institutions of a campaign that only people in the temporary table forgotten have signed from.
select s.campaign_id, institution_id
from signature s join affiliation on text = affiliation
where institution_id is not null
group by all
having bool_and(person_key in (select person_key from forgotten));
