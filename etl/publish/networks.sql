-- Which institutions with a counted signature stand behind a network's site, and people's signatures by network.

insert into published.network_site_institution by name
with written as (
    select institution_id, institution as name from published.institution
    union
    select institution_id, variant from published.institution_variant
    union
    select institution_id, institution_id from published.institution
),
spelt as (select distinct institution_id, folded(name) as name from written)
select distinct network_id, site, institution_id
from published.network_site_name n
join spelt on spelt.name = folded(n.name)
order by all;

-- A signature counts once in a network, however many of its sites the institution stands behind.
insert into published.signature_daily_network by name
select campaign_id, day, network_id, country, institution_type, sum(signatures)::bigint as signatures
from published.institution_number_daily join published.institution using (institution_number)
join (select distinct network_id, institution_id from published.network_site_institution) using (institution_id)
semi join published.campaign_network using (campaign_id, network_id)
where signer_kind = 'person'
group by all
order by all;
