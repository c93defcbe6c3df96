"""Writes any number of invented signatures as a CSV file: python -m bench.signatures ROWS FILE [FIRST]."""

import sys
from pathlib import Path

import duckdb

_QUERY = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


def write_signatures(rows: int, path: Path, first: int = 0) -> None:
    """Write the file in the layout signatures_csv, people from ``first`` on; the same call gives the same bytes."""
    with duckdb.connect() as connection:
        connection.execute("set enable_progress_bar = false")
        connection.sql(_QUERY, params={"rows": rows, "first": first}).write_csv(str(path), header=True)


if __name__ == "__main__":
    write_signatures(int(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
