"""Forgetting people: out of the warehouse, the quarantine and the files in the inbox, by building all of them anew."""

import csv
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.data_dir import DataDir
from etl.formats.source import FIELDS
from etl.load.people import settle
from etl.load.quarantine import quarantine_path
from etl.load.raw_files import RawFile
from etl.load.reading import ABOUT_PEOPLE, know_forgotten, leave_out
from etl.sql import append, run_file


@dataclass(frozen=True)
class Forgetting:
    """The people with these person keys leave the warehouse; files written anew are known by their new content."""

    keys: Sequence[str]
    files: Sequence[RawFile] = ()

    def take_out(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Delete their records from the warehouse in use, and settle anew what counts."""
        know_forgotten(connection, self.keys)
        hashes = {"hashes_before": [file.sha256 for file in self.files]}
        hashes["hashes_after"] = [file.fresh_sha256 for file in self.files]
        run_file(connection, "load/forget.sql", dict(hashes))
        run_file(connection, "load/unsaid_texts.sql")
        settle(connection)


def holds_forgotten(connection: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> bool:
    """Whether the warehouse in use knows somebody who was forgotten: it comes from a backup."""
    if not keys:
        return False
    know_forgotten(connection, keys)
    return bool(
        connection.execute(
            "select 1 from forgotten where person_key in (select person_key from signature union all "
            "select person_key from withdrawal union all select signer_key from contact where is_person) limit 1"
        ).fetchone()
    )


def quarantine_without(
    connection: duckdb.DuckDBPyConnection, place: DataDir, texts: Sequence[str]
) -> dict[Path, list[list[str]]]:
    """The quarantine's files that hold people in ``forgotten`` or one of the texts, with the rows that may stay."""
    found: dict[Path, list[list[str]]] = {}
    for path in sorted(place.quarantine.glob("*/*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file))
        told = [" ".join(row).lower() for row in rows]
        leaving = {number for number, row in enumerate(told) if any(text in row for text in texts)}
        leaving |= _of_forgotten(connection, [dict(zip(header, row, strict=True)) for row in rows])
        if leaving:
            found[path] = [header, *(row for number, row in enumerate(rows) if number not in leaving)]
    return found


def write_quarantine_anew(place: DataDir, stays: dict[Path, list[list[str]]], files: Sequence[RawFile]) -> None:
    """Put the rows that may stay in place of each file, and name all files after the new content of their source."""
    for path, rows in stays.items():
        fresh = path.with_suffix(".new")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", newline="") as out:
            csv.writer(out).writerows(rows)
        os.replace(fresh, path)
        if len(rows) == 1:
            path.unlink()
    for raw in files:
        old, new = (
            quarantine_path(place.quarantine, raw.path.relative_to(place.inbox).parts[0], sha256)
            for sha256 in (raw.sha256, raw.fresh_sha256)
        )
        if old != new and old.exists():
            old.rename(new)


def _of_forgotten(connection: duckdb.DuckDBPyConnection, rows: list[dict[str, str]]) -> set[int]:
    """The numbers of the findings whose record is of somebody in ``forgotten``: it is read as loading reads it."""
    found: set[int] = set()
    for kind in {row["kind"] for row in rows} & set(ABOUT_PEOPLE):
        run_file(connection, "load/session.sql")
        run_file(connection, f"load/{kind}/landed.sql")
        connection.execute("reset variable first_line")
        connection.execute("set variable dates = ['iso']")
        run_file(connection, "load/words.sql", {"fields": [], "texts": [], "values": []})
        connection.execute("create or replace temp view landed as from landed_row")
        records = [(number, json.loads(row["record"])) for number, row in enumerate(rows) if row["kind"] == kind]
        cells = [(number, 1, *(record.get(name) for name in FIELDS[kind])) for number, record in records]
        append(connection, "landed_row", ["line", "part", *FIELDS[kind]], cells)
        given: dict[str, object] = {"campaign_zone": "UTC", "dates": ["iso"], "dated_on": None}
        run_file(connection, f"load/{kind}/record.sql", given)
        run_file(connection, "load/record.sql")
        found |= {line for line, _ in leave_out(connection, kind)}
    return found
