-- Signatures by people in a snapshot: everywhere, and those from France.
select
    coalesce(sum(signatures), 0)::bigint as everywhere,
    coalesce(sum(signatures) filter (country = 'FR'), 0)::bigint as french
from signature_daily
where signer_kind = 'person'
