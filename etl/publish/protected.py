"""The protected snapshot: what packs, partners and the public read, made once from the exact one."""

from pathlib import Path

import duckdb

from etl.sql import run_file


def build_protected(exact: Path, path: Path) -> None:
    """Fill a new snapshot file from a finished exact one. ``snapshot`` stays empty: who publishes gives the id.

    Counts of people are hidden below ten and rounded to five, cell by cell; the ledger, outreach and what else is of
    use to the organisers alone stays behind. Source: docs/decisions/0006-protected-snapshots.md.
    """
    with duckdb.connect(str(path)) as connection:
        connection.execute("attach $path as published (read_only)", {"path": str(exact)})
        run_file(connection, "publish/schema.sql")
        run_file(connection, "publish/macros.sql")
        run_file(connection, "publish/protected.sql")
        run_file(connection, "publish/brief.sql")
        connection.execute("checkpoint")
