-- title: Files that were loaded
-- unit: rows
-- counted: For every file, rows in = accepted + duplicate + rejected + pending. Pending rows are read but not countable
--   yet, such as unconfirmed signatures.
-- A row: one file, the latest first.
select file, file_sha256, kind, format, loaded_at, rows_in, accepted, duplicate, rejected, pending, note
from load_ledger
where campaign_id = $campaign
order by loaded_at desc, file
