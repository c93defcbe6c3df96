"""Does a pack agree with the snapshot that it names? It is made again and compared, number by number."""

import csv
import io
import json
import zipfile
from datetime import date
from itertools import zip_longest
from pathlib import Path

from openpyxl import load_workbook

from dashboard.errors import DashboardError
from dashboard.reports.pack import documents
from dashboard.reports.parts import INTERNAL, METADATA, Requested
from dashboard.snapshot import Published

_MOST_DIFFERENCES = 20
Rows = list[list[str]]


class NotAPackError(DashboardError):
    """What is to be checked is no pack, or not a whole one."""


def differences(published_folder: Path, pack: Path) -> list[str]:
    """One sentence for each number, line or file that is another one than in the snapshot; none where all agree.

    Raises NotAPackError, UnknownSnapshotError where the snapshot is not kept any more.
    """
    given = _files(pack)
    if METADATA not in given:
        raise NotAPackError(f"{pack} is no pack: it holds no {METADATA}. Name the folder or the zip of a pack.")
    try:
        about = json.loads(given[METADATA])["about"]
        requested = Requested(
            about["campaign"], about["network"], about["language"], _day(about["asked_up_to"]),
            about["since"] or None, _day(about["since_day"]), about["counts"] == INTERNAL, about["licence"],
        )  # fmt: skip
        snapshot_id = str(about["snapshot_id"])
    except (ValueError, KeyError, TypeError) as fault:
        raise NotAPackError(f"{pack}: {METADATA} cannot be read: {fault}. Make the pack again.") from fault
    published = Published(published_folder, protected=not requested.is_internal)
    expected = documents(published, requested, snapshot_id)
    found: list[str] = []
    for name, content in expected.items():
        if name not in given:
            found.append(f"{name} is missing.")
        elif given[name] != content:
            found.extend(_differing(name, given[name], content))
    return found[:_MOST_DIFFERENCES]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _files(pack: Path) -> dict[str, bytes]:
    if pack.is_dir():
        return {path.name: path.read_bytes() for path in pack.iterdir() if path.is_file()}
    try:
        with zipfile.ZipFile(pack) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (OSError, zipfile.BadZipFile) as fault:
        raise NotAPackError(f"{pack} is neither a folder nor a zip of a pack; name one.") from fault


def _differing(name: str, given: bytes, expected: bytes) -> list[str]:
    if name.endswith(".csv"):
        return _cells(name, _csv_rows(given), _csv_rows(expected))
    if name.endswith(".xlsx"):
        try:
            sheets, known = _sheets(given), _sheets(expected)
        except (OSError, ValueError, KeyError, zipfile.BadZipFile):
            return [f"{name} cannot be read."]
        found = [
            text for sheet, rows in known.items() for text in _cells(f"{name}, {sheet}", sheets.get(sheet, []), rows)
        ]
        return found or [f"{name}: other bytes, the same cells."]
    pairs = zip_longest(_lines(given), _lines(expected), fillvalue="")
    return [
        f"{name}, line {number}: “{_short(told, known)}” in the pack, “{_short(known, told)}” in the snapshot."
        for number, (told, known) in enumerate(pairs, start=1)
        if told != known
    ]


def _cells(where: str, given: Rows, expected: Rows) -> list[str]:
    head = expected[0] if expected else []
    found = []
    for place in range(max(len(given), len(expected))):
        told, known = (rows[place] if place < len(rows) else [] for rows in (given, expected))
        for column, (one, other) in enumerate(zip_longest(told, known, fillvalue="")):
            if one != other:
                called = head[column] if column < len(head) else f"column {column + 1}"
                found.append(f"{where}, row {place + 1}, {called}: “{one}” in the pack, “{other}” in the snapshot.")
    return found


def _csv_rows(content: bytes) -> Rows:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig", "replace"))))


def _sheets(content: bytes) -> dict[str, Rows]:
    book = load_workbook(io.BytesIO(content), read_only=True)
    return {
        sheet.title: [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book.worksheets
    }


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").splitlines()


def _short(text: str, other: str) -> str:
    """The part of a line in which it differs from another, with a little around it."""
    start = next(
        (place for place, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other))
    )
    return text[max(start - 20, 0) : start + 40]
