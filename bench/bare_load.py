"""The yardstick: DuckDB alone reads the same file into a table: python -m bench.bare_load FILE DATABASE."""

import sys
from pathlib import Path

import duckdb

_STATEMENT = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


def load_bare(file: Path, database: Path) -> int:
    """Create the database with one typed table; returns its number of rows."""
    with duckdb.connect(str(database)) as connection:
        connection.execute("set enable_progress_bar = false")
        connection.execute(_STATEMENT, {"file": str(file)})
        connection.execute("checkpoint")
        row = connection.execute("select count(*) from signature").fetchone()
    return int(row[0]) if row else 0


if __name__ == "__main__":
    print(load_bare(Path(sys.argv[1]), Path(sys.argv[2])))
