-- title: Institutions named
-- unit: institutions
-- counted: Institutions that the affiliation of a counted person names, each counted once.
-- A row: the whole selection; there is one row.
with named as (  -- grouped: an integer in a known range is counted in an array (see perfect_ht_threshold)
    select institution_number
    from institutions_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
    where signer_kind = 'person'
    group by institution_number
)
select count(*) as institutions from named
