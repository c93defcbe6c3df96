-- title: What country and kind of institution rest on
-- unit: signatures
-- counted: For each counted signature, those of organisations among them, what its country and its kind of institution were
--   taken from. Stated: by the signer or the source. Answered: by the organisers in a review. Registry: the text names an
--   institution that is known. Rule: words of the text, or the e-mail's national domain, tell. Guess: they only hint.
-- A row: one aspect and source.
select aspect, basis, source, sum(signatures)::bigint as signatures,
       sum(signatures) / sum(sum(signatures)) over (partition by aspect) as share
from resolution
where campaign_id = $campaign
group by aspect, basis, source
order by aspect, list_position(['stated', 'answered', 'registry', 'rule', 'guess', 'unknown'], basis), signatures desc, source
