-- title: What was set aside
-- unit: records
-- counted: Signatures that the organisers left out of every total with campaign-etl set-aside, by the act that did it.
--   Records that repeat another one are among them. They stand under pending in the ledger; each act can be undone.
-- A row: one act.
select act as number, set_aside_at, chosen_by, signatures as records
from set_aside
where campaign_id = $campaign
order by act
