-- One row: one total of a campaign that a reader may meet, with the name that a preview gives it.
with every_total as (
    select 1 as place, campaign_id, 'signatures' as total, sum(signatures)::bigint as amount
    from published.signature_daily where signer_kind = 'person' group by campaign_id
    union all
    select 1, campaign_id, 'organisations', sum(signatures)::bigint
    from published.signature_daily where signer_kind = 'organisation' group by campaign_id
    union all
    select 2, campaign_id, 'signatures, ' || coalesce(c.name, 'unknown country'), sum(signatures)::bigint
    from published.signature_daily left join published.country c on c.iso2 = country
    where signer_kind = 'person' group by campaign_id, c.name
    union all
    select 3, campaign_id, 'institutions with a signature', count(distinct institution_id)
    from published.institution_daily group by campaign_id
    union all
    select 4, campaign_id, 'contacts, ' || stage, sum(contacts)::bigint
    from published.outreach_daily group by campaign_id, stage
    union all
    select 5, campaign_id, 'media mentions', sum(mentions)::bigint from published.media_daily group by campaign_id
    union all
    select 6, campaign_id, 'media stories', sum(stories)::bigint from published.media_daily group by campaign_id
    union all
    select 7, campaign_id, 'days of attention, ' || source, count(distinct day) from published.attention_daily
    group by campaign_id, source
    union all
    select 8, campaign_id, file || ': ' || state, amount
    from (unpivot published.load_ledger on accepted, duplicate, rejected, pending into name state value amount)
)
select campaign_id, total, sum(amount)::bigint as amount
from every_total group by place, campaign_id, total
order by campaign_id, place, total;
