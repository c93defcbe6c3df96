"""The ledger: what became of every record of every loaded file."""

from dataclasses import dataclass
from datetime import datetime

import duckdb

from etl.sql import run_file


@dataclass(frozen=True)
class LedgerRow:
    """One file: rows_in = accepted + duplicate + rejected + pending. ``loaded_at`` is in UTC."""

    campaign_id: str
    file: str
    file_sha256: str
    kind: str
    format: str
    loaded_at: datetime
    rows_in: int
    accepted: int
    duplicate: int
    rejected: int
    pending: int
    note: str


def read_ledger(connection: duckdb.DuckDBPyConnection) -> list[LedgerRow]:
    """Every loaded file, in the order of loading."""
    run_file(connection, "warehouse/views.sql")
    rows = connection.execute("select * exclude (file_id) from ledger order by file_id").fetchall()
    return [LedgerRow(*row) for row in rows]
