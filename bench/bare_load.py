"""The yardstick: DuckDB alone reads the same file into a table: python -m bench.bare_load KIND FILE DATABASE."""

import sys
from pathlib import Path

import duckdb


def load_bare(kind: str, file: Path, database: Path) -> int:
    """Create the database with one typed table; returns its number of rows. kind: signatures or mentions."""
    statement = Path(__file__).with_name(f"bare_{kind}.sql").read_text(encoding="utf-8")
    with duckdb.connect(str(database)) as connection:
        connection.execute("set enable_progress_bar = false")
        connection.execute(statement, {"file": str(file)})
        connection.execute("checkpoint")
        row = connection.execute("select count(*) from loaded").fetchone()
    return int(row[0]) if row else 0


if __name__ == "__main__":
    print(load_bare(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
