"""The yardstick: DuckDB alone reads the same file into a table: python -m bench.bare_load FORMAT FILE DATABASE."""

import sys
from pathlib import Path

import duckdb

_LOAD = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
_COLUMNS = {  # of the project's own layouts; those of _TYPES, all others are text
    "signatures_csv": "signed_at name email affiliation country institution_type channel confirmed",
    "contact_log_csv": "occurred_at organisation contact_role country institution_type channel stage owner wave email "
    "follow_up_on",
    "mentions_csv": "published_at outlet url title language country outlet_type",
}
_TYPES = {
    "signed_at": "timestamptz",
    "occurred_at": "timestamptz",
    "published_at": "timestamptz",
    "confirmed": "boolean",
    "follow_up_on": "date",
}


def load_bare(layout: str, file: Path, database: Path) -> int:
    """Create the database with one typed table; returns its number of rows. layout: a format of _COLUMNS."""
    columns = {name: _TYPES.get(name, "varchar") for name in _COLUMNS[layout].split()}
    with duckdb.connect(str(database)) as connection:
        connection.execute("set enable_progress_bar = false")
        connection.execute(_LOAD, {"file": str(file), "columns": columns})
        connection.execute("checkpoint")
        row = connection.execute("select count(*) from loaded").fetchone()
    return int(row[0]) if row else 0


if __name__ == "__main__":
    print(load_bare(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
