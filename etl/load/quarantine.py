"""Rejected records, one CSV per loaded file: what the organiser's own file held, so private like the inbox."""

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

_FAULTS = """
select $file as file, line, column_name as "column", value, reason from fault order by line, part, column_name, reason
"""


@dataclass(frozen=True)
class Rejected:
    """One finding: where it stands, what stood there, why it cannot be counted."""

    campaign_id: str
    file: str
    line: int
    column: str
    value: str
    reason: str


def write_quarantine(connection: duckdb.DuckDBPyConnection, path: Path, file: str) -> None:
    """Keep the findings of the file at hand; no file where there are none."""
    faults = connection.execute(_FAULTS, {"file": file}).fetchall()
    if not faults:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([("file", "line", "column", "value", "reason"), *faults])
    fresh.chmod(0o600)
    os.replace(fresh, path)


def read_quarantine(folder: Path, campaign_id: str | None = None) -> Iterator[Rejected]:
    """Every finding kept, by campaign and file."""
    for path in sorted(folder.glob("*/*.csv")):
        if campaign_id in (None, path.parent.name):
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    yield Rejected(
                        path.parent.name, row["file"], int(row["line"]), row["column"], row["value"], row["reason"]
                    )


def purge_quarantine(folder: Path) -> int:
    """Empty the quarantine; how many files' findings were removed. Counts by reason stay in the ledger."""
    paths = list(folder.glob("*/*.csv"))
    for path in paths:
        path.unlink()
    return len(paths)
