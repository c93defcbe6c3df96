-- The person keys of a campaign that begin so.
select distinct cast(person_key as varchar) from signature
where campaign_id = $campaign_id and is_confirmed and starts_with(cast(person_key as varchar), $start)
limit 2;
