-- title: What signatures came through
-- unit: signatures
-- counted: Signatures of people by the channel, the partner (utm_source) and the campaign tag (utm_campaign) that came with
--   them; of a person who signed several times, those of the signature that counts. Unknown are all that came without, so
--   that the parts of each are all signatures. It says what a signature came through, not what caused it.
-- A row: one channel, partner or campaign tag, the largest first; that without a name, the unknown, last.
with signed as (
    from signatures_in($campaign, $from_day, $to_day, $countries, $institution_types, left_out := $left_out)
),
credited as (
    from credits_in($campaign, $from_day, $to_day, $countries, $institution_types, $left_out)
),
part as (
    select 'channel' as credited_by, if(channel in ('unknown', 'not_shown'), null, channel) as credited_to, signatures
    from signed
    union all
    select unnest(['channel', 'partner', 'campaign tag']), null, unnest([0, signatures, signatures]) from signed
    union all
    select 'partner', unnest([partner, null]), unnest([signatures, -signatures]) from credited where partner <> ''
    union all
    select 'campaign tag', unnest([campaign_tag, null]), unnest([signatures, -signatures]) from credited
    where campaign_tag <> ''
)
select credited_by, credited_to, sum(signatures)::bigint as signatures
from part
group by credited_by, credited_to
having sum(signatures) <> 0 or credited_to is null
order by list_position(['channel', 'partner', 'campaign tag'], credited_by), credited_to is null, signatures desc, credited_to
