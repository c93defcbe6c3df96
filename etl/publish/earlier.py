"""Earlier snapshots, when people are forgotten: an institution that only they signed from would still tell of them."""

from pathlib import Path

import duckdb

from etl.publish.seal import seal
from etl.publish.snapshot import current_snapshot
from etl.sql import ask_file, run_file


def institutions_of_forgotten(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Campaign and institution for all that only people in ``forgotten`` have signed from, in the warehouse in use."""
    return [
        (str(campaign), str(one)) for campaign, one in ask_file(connection, "publish/institutions_of_forgotten.sql", {})
    ]


def forget_institutions(folder: Path, gone: list[tuple[str, str]]) -> int:
    """Write the earlier exact snapshots anew without these institutions; how many. Totals by country stay.

    A deleted row's bytes stay in a DuckDB file; so what remains is written into a new one.
    """
    earlier = (
        [path for path in sorted(folder.glob("snapshot-*.duckdb")) if path != current_snapshot(folder)] if gone else []
    )
    given: dict[str, object] = {"campaigns": [one for one, _ in gone], "institutions": [one for _, one in gone]}
    for path in earlier:
        draft, fresh = folder / "building-draft.duckdb", folder / "building-anew.duckdb"
        draft.write_bytes(path.read_bytes())
        fresh.unlink(missing_ok=True)
        with duckdb.connect() as connection:
            connection.execute("attach $path as draft (recovery_mode no_wal_writes)", {"path": str(draft)})
            connection.execute("use draft")
            run_file(connection, "publish/forget_institutions.sql", given)
            connection.execute("attach $path as anew (recovery_mode no_wal_writes)", {"path": str(fresh)})
            connection.execute("copy from database draft to anew")
            connection.execute("checkpoint anew")
        draft.unlink()
        seal(fresh, path.name)
        fresh.replace(path)
    return len(earlier)
