"""The protected snapshot: what packs, partners and the public read, made once from the exact one."""

from pathlib import Path

import duckdb

from etl.sql import run_file


def build_protected(exact: Path, path: Path) -> None:
    """Make a protected snapshot file of a finished exact one."""
    with duckdb.connect() as connection:
        connection.execute("attach $path as published (read_only)", {"path": str(exact)})
        fill_protected(connection, path)
        connection.execute("checkpoint")


def fill_protected(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Attach a new snapshot as ``protected``, in use, and fill it from the exact one, attached as ``published``.

    ``snapshot`` stays empty: who publishes gives the id. Counts of people are hidden below ten and rounded to five,
    cell by cell; the ledger, outreach and what else is of use to the organisers alone stays behind. Source:
    docs/decisions/0006-protected-snapshots.md.
    """
    connection.execute("attach $path as protected (recovery_mode no_wal_writes)", {"path": str(path)})
    connection.execute("use protected")
    run_file(connection, "publish/schema.sql")
    run_file(connection, "publish/macros.sql")
    run_file(connection, "publish/protected.sql")
    run_file(connection, "publish/brief.sql")
