-- Takes institutions ($campaigns, $institutions: pairs) out of the tables by institution of an earlier snapshot.
create or replace temp table gone as
select unnest($campaigns::varchar[]) as campaign_id, unnest($institutions::varchar[]) as institution_id;

delete from institution_number_daily
where (campaign_id, institution_number) in (
    select (campaign_id, institution_number) from gone join institution using (institution_id));

delete from institution_variant where (campaign_id, institution_id) in (select (campaign_id, institution_id) from gone);

delete from institution
where institution_id in (select institution_id from gone)
  and institution_number not in (select institution_number from institution_number_daily);

delete from network_site_institution
where institution_id in (select institution_id from gone) and institution_id not in (select institution_id from institution);
