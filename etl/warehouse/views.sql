-- One row: one log entry, mention, share of attention or total that does not count, since it stands in another file or line
-- too. Which of them counts rests on what they say first, so that it is the same however the records are spread over files;
-- file hash and line decide between equals. Only what stands there twice is sorted: few of millions.
create or replace temp table repeated as
with steps as (
    select file_id, line, part, row_number() over (
        partition by c.campaign_id, contact_key, occurred_at, channel, stage, mail_outcome
        order by c.day, is_person desc, wave = '', wave, follow_up_on, organisation, contact_role, country_text, type_text,
                 email_country, file_sha256, line, part) as place
    from contact c join loaded_file using (file_id)
    semi join (
        select hash(campaign_id, contact_key, occurred_at, channel, stage, mail_outcome) as entry from contact
        group by all having count(*) > 1
    ) twice on twice.entry = hash(c.campaign_id, contact_key, occurred_at, channel, stage, mail_outcome)
),
mentions as (
    select file_id, line, part, row_number() over (
        partition by m.campaign_id, address, m.day
        order by published_at, title, url, outlet, outlet_type, language, country_text, domain_country, credit, is_day_seen,
                 file_sha256, line, part) as place
    from mention m join loaded_file using (file_id)
    semi join (select campaign_id, address, day from mention group by all having count(*) > 1) twice
        on twice.campaign_id = m.campaign_id and twice.address = m.address and twice.day = m.day
),
-- Of spans of several lengths in one day of a source those of one length count, which saw most articles: added to the others
-- they would count the same articles twice.
spans as (
    select o.*, row_number() over (
        partition by o.campaign_id, source, country, observed_at, span
        order by articles desc, mentions desc, file_sha256, line, part) as place
    from attention_observation o join loaded_file using (file_id)
),
lengths as (
    select campaign_id, source, country, day, span, row_number() over (
        partition by campaign_id, source, country, day order by sum(articles) desc, span) as place
    from spans where place = 1 group by campaign_id, source, country, day, span
),
shares as (
    select file_id, line, part, greatest(s.place, l.place) as place
    from spans s
    join lengths l on l.campaign_id = s.campaign_id and l.source = s.source and l.country is not distinct from s.country
        and l.day = s.day and l.span = s.span
),
totals as (
    select file_id, line, part, row_number() over (
        partition by o.campaign_id, country, is_whole, observed_at
        order by o.day, total, file_sha256, line, part) as place
    from count_observation o join loaded_file using (file_id)
    where not is_late
)
select file_id, line, part
from (from steps union all from mentions union all from shares union all from totals)
where place > 1;

-- One row: one loaded file with what became of its records: rows_in = accepted + duplicate + rejected + pending.
-- Duplicates: signatures of a person whose earlier one counts, and what is repeated.
create or replace temp view ledger as
with signatures as (
    select
        file_id,
        count(*) filter (is_confirmed) as confirmed,
        count(*) filter (not is_confirmed) as pending
    from signature group by file_id
),
repeats as (
    select file_id, count(*) filter (not is_withdrawn) as duplicate, count(*) filter (is_withdrawn) as withdrawn
    from superseded group by file_id
),
withdrawals as (
    select
        file_id,
        count(*) filter (is_first and is_found) as accepted,
        count(*) filter (not is_first) as duplicate,
        count(*) filter (is_first and not is_found) as pending
    from (
        select
            w.file_id,
            row_number() over (
                partition by w.campaign_id, w.person_key, w.day order by file_sha256, line, part) = 1 as is_first,
            exists (
                from signature s
                where s.campaign_id = w.campaign_id and s.person_key = w.person_key and s.day <= w.day) as is_found
        from withdrawal w join loaded_file using (file_id)
    )
    group by file_id
),
others as (
    select file_id, records - coalesce(repeats, 0) as accepted, coalesce(repeats, 0) as duplicate
    from (
        select file_id, count(*) as records from contact group by file_id
        union all select file_id, count(*) from mention group by file_id
        union all select file_id, count(*) from attention_observation group by file_id
        union all select file_id, count(*) from count_observation where not is_late group by file_id
    )
    left join (select file_id, count(*) as repeats from repeated group by file_id) using (file_id)
),
aside as (select file_id, count(distinct (line, part)) as set_aside from set_aside_signature group by file_id),
late as (select file_id, count(*) filter (is_late) as pending from count_observation group by file_id),
rejected as (select file_id, sum(rows)::bigint as rejected from rejection group by file_id)
select
    f.campaign_id, f.file, f.file_sha256, f.kind, f.format, f.loaded_at, f.rows_in,
    coalesce(s.confirmed - coalesce(r.duplicate + r.withdrawn, 0), o.accepted, w.accepted, 0) as accepted,
    coalesce(r.duplicate, o.duplicate, w.duplicate, 0) as duplicate,
    coalesce(x.rejected, 0) as rejected,
    coalesce(s.pending + coalesce(r.withdrawn, 0), l.pending, w.pending, 0) as pending,
    concat_ws('; ', nullif(f.note, ''), set_aside || ' set aside by the organisers') as note, f.file_id
from loaded_file f
left join signatures s using (file_id)
left join repeats r using (file_id)
left join others o using (file_id)
left join withdrawals w using (file_id)
left join late l using (file_id)
left join aside using (file_id)
left join rejected x using (file_id);
