"""Rejected records, one CSV per loaded file: what the organiser's own file held, so private like the inbox."""

import csv
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.formats.source import Source
from etl.sql import run_file

csv.field_size_limit(1 << 30)  # a record is as long as it was in its file
_COLUMNS = ("file", "kind", "format", "line", "part", "column", "value", "reason", "record")


@dataclass(frozen=True)
class Rejected:
    """One finding: where it stands, what stood there, why it cannot be counted.

    ``record``: field → text of the whole record, as far as it could be read.
    """

    campaign_id: str
    file_sha256: str
    file: str
    kind: str
    format: str
    line: int
    part: int
    column: str
    value: str
    reason: str
    record: dict[str, str]


@dataclass(frozen=True)
class Wanted:
    """Which findings: None asks for any. ``file`` is a file's name, ``reason`` some words of the reason."""

    campaign_id: str | None = None
    file: str | None = None
    kind: str | None = None
    format: str | None = None
    reason: str | None = None

    def matches(self, rejected: Rejected) -> bool:
        return (
            self.campaign_id in (None, rejected.campaign_id)
            and self.file in (None, rejected.file)
            and self.kind in (None, rejected.kind)
            and self.format in (None, rejected.format)
            and (self.reason is None or self.reason.lower() in rejected.reason.lower())
        )


def quarantine_path(folder: Path, campaign_id: str, file_sha256: str) -> Path:
    """Where the findings of a loaded file lie, if there are any."""
    return folder / campaign_id / f"{file_sha256}.csv"


def write_quarantine(connection: duckdb.DuckDBPyConnection, path: Path, file: str, source: Source) -> None:
    """Keep the findings of the file at hand, each with its whole record; no file where there are none."""
    run_file(connection, "load/findings.sql")
    findings = connection.execute("from finding").fetchall()
    if not findings:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(_COLUMNS)
        writer.writerows((file, source.kind, source.format, *finding) for finding in findings)
    fresh.chmod(0o600)
    os.replace(fresh, path)


def read_quarantine(folder: Path, wanted: Wanted) -> Iterator[Rejected]:
    """The findings wanted, by campaign, file and line."""
    for path in sorted(folder.glob("*/*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found = Rejected(
                    path.parent.name, path.stem, row["file"], row["kind"], row["format"], int(row["line"]),
                    int(row["part"]), row["column"], row["value"], row["reason"], json.loads(row["record"]),
                )  # fmt: skip
                if wanted.matches(found):
                    yield found


def purge_quarantine(folder: Path, wanted: Wanted) -> int:
    """Remove the content of the files that hold a finding wanted; how many. Counts by reason stay in the ledger."""
    found = {(rejected.campaign_id, rejected.file_sha256) for rejected in read_quarantine(folder, wanted)}
    for campaign_id, file_sha256 in found:
        quarantine_path(folder, campaign_id, file_sha256).unlink()
    return len(found)
