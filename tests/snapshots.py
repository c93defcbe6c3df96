"""Small published snapshots for tests, made by the interface itself: etl/publish/schema.sql, macros.sql, brief.sql."""

from datetime import UTC, date, datetime
from functools import cache
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pandas as pd

from etl.sql import run_file

Row = dict[str, object]

# The rows of institution_daily, a view of two tables.
_INSTITUTIONS = """
insert into institution
select row_number() over (order by any_value(institution), institution_id), institution_id, any_value(institution)
from named group by institution_id;
insert into institution_number_daily by name
select named.* exclude (institution_id, institution, signer_kind), institution_number,
       coalesce(signer_kind, 'person') as signer_kind
from named join institution using (institution_id);
"""

# Enough of the reference for a small Europe; the numbers of people are round on purpose.
COUNTRIES: list[Row] = [
    {"iso2": "DE", "name": "Germany", "is_member_state": True, "population": 80_000_000, "ep_seats": 96},
    {"iso2": "FR", "name": "France", "is_member_state": True, "population": 60_000_000, "ep_seats": 81},
    {"iso2": "GR", "name": "Greece", "is_member_state": True, "population": 10_000_000, "ep_seats": 21},
    {"iso2": "MT", "name": "Malta", "is_member_state": True, "population": 500_000, "ep_seats": 6},
    {"iso2": "NO", "name": "Norway", "is_member_state": False, "population": None, "ep_seats": None},
    {"iso2": "ZZ", "name": "Country unknown", "is_member_state": False, "population": None, "ep_seats": None},
]
TYPES: list[Row] = [
    {"institution_type": "university", "label": "University", "sort_order": 1},
    {"institution_type": "company", "label": "Company", "sort_order": 2},
    {"institution_type": "unknown", "label": "Unknown", "sort_order": 3},
]


def campaign(campaign_id: str = "open-letter", launched_on: str = "2026-03-02", **settings: object) -> Row:
    """A row of the table campaign; settings take the place of the usual ones."""
    return {
        "campaign_id": campaign_id,
        "title": "An open letter",
        "launched_on": launched_on,
        "goal": None,
        "time_zone": "Europe/Brussels",
        "is_demo": False,
        "counted_from": "signatures",
        "signers_are_public": False,
        "max_age_hours": 24,
    } | settings


def signed(day: str, count: int = 1, country: str = "DE", kind: str = "university", **other: object) -> Row:
    """A row of the table signature_daily."""
    return {
        "campaign_id": "open-letter",
        "day": day,
        "country": country,
        "institution_type": kind,
        "channel": "form",
        "covers_many_days": False,
        "signatures": count,
    } | other


def publish(
    published: Path,
    snapshot_id: str = "20260401T100000Z-0000aaaa",
    built_at: datetime = datetime(2026, 4, 1, 10, tzinfo=UTC),
    **tables: list[Row],
) -> Path:
    """Build a snapshot with these rows and switch CURRENT to it. Tables that are not given hold the usual few rows."""
    published.mkdir(parents=True, exist_ok=True)
    path = published / f"snapshot-{snapshot_id}.duckdb"
    path.write_bytes(_empty())
    with duckdb.connect() as connection:
        _attach(connection, path)
        usual: dict[str, list[Row]] = {
            "snapshot": [
                {"snapshot_id": snapshot_id, "built_at": built_at, "content_sha256": "0" * 64, "schema_version": 1}
            ],
            "campaign": [campaign()],
            "country": COUNTRIES,
            "institution_type": TYPES,
        }
        connection.execute("create temp table named as from institution_daily limit 0")
        connection.execute("alter table named alter signer_kind set default 'person'")
        for table, rows in (usual | tables).items():
            target = "named" if table == "institution_daily" else table
            for _, alike in groupby(rows, key=tuple):  # with the same columns, one after the other
                connection.append(target, pd.DataFrame(list(alike), dtype=object), by_name=True)
        connection.execute(_INSTITUTIONS)
        run_file(connection, "publish/brief.sql")
        connection.execute("checkpoint")
    pointer = published / "CURRENT.new"
    pointer.write_text(path.name + "\n", encoding="utf-8")
    pointer.replace(published / "CURRENT")
    return path


@cache
def _empty() -> bytes:
    """A snapshot file without a row, made once in a process."""
    with TemporaryDirectory() as folder, duckdb.connect() as connection:
        path = Path(folder) / "empty.duckdb"
        _attach(connection, path)
        run_file(connection, "publish/schema.sql")
        run_file(connection, "publish/macros.sql")
        connection.execute("checkpoint")
        return path.read_bytes()


def _attach(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Attach a file to write in as quickly as can be, and use it."""
    connection.execute("attach $path as made (recovery_mode no_wal_writes)", {"path": str(path)})
    connection.execute("use made")


def days(first: str, counts: list[int], **other: object) -> list[Row]:
    """Rows of signature_daily for days that follow each other, one count a day."""
    start = date.fromisoformat(first).toordinal()
    return [signed(date.fromordinal(start + n).isoformat(), count) | other for n, count in enumerate(counts)]
