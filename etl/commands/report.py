"""What the commands print: tables for people, JSON for programs."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime

from rich.console import Console
from rich.table import Table

from etl.load.job import Outcome
from etl.warehouse.ledger import LedgerRow

_out = Console(highlight=False)
if not _out.is_terminal:
    _out.width = 400  # a file or a pipe wraps nothing
_COUNTS = ("rows_in", "accepted", "duplicate", "rejected", "pending")


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str | None = None) -> None:
    """A table on standard output; whole numbers stand right, with separators."""
    rows = [tuple(row) for row in rows]
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="bold")
    for index, column in enumerate(columns):
        is_number = bool(rows) and all(isinstance(row[index], int) for row in rows)
        table.add_column(column, justify="right" if is_number else "left", overflow="fold")
    for row in rows:
        table.add_row(*(f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row))
    _out.print(table)


def print_json(document: object) -> None:
    """One JSON document on standard output; days and moments in ISO 8601."""
    print(json.dumps(document, ensure_ascii=False, indent=2, default=_as_text))


def print_outcomes(outcomes: Sequence[Outcome], snapshot_id: str, known: Collection[str] = ()) -> None:
    """One row a file, then the sentences: refusals, what lies in quarantine, which snapshot is current.

    known: refusals that were said before; they are counted.
    """
    rows = [
        (outcome.path.name, outcome.state.replace("_", " "), *_ledger_cells(outcome.ledger)) for outcome in outcomes
    ]
    print_table(("file", "state", "format", *(name.replace("_", " ") for name in _COUNTS)), rows)
    for outcome in outcomes:
        note = outcome.ledger.note if outcome.ledger else ""
        if (outcome.state == "refused" and outcome.message not in known) or (note and outcome.state == "loaded"):
            say(outcome.message or f"{outcome.path.name}: {note}.")
    if known:
        say(f"{len(known):,} refused as in the run before; `etl inspect FILE` says why, or take them out of the inbox.")
    rejected = sum(outcome.ledger.rejected for outcome in outcomes if outcome.ledger and outcome.state == "loaded")
    if rejected:
        say(f"Rejected, and kept in quarantine: {count_of(rejected, 'record')}. `etl rejects` tells the reasons.")
    say(f"Snapshot {snapshot_id} is current.")


def count_of(count: int, one: str) -> str:
    """'1 file', '1,200 files'."""
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}s"


def say(sentence: str) -> None:
    """One sentence on standard output."""
    _out.print(sentence, markup=False, soft_wrap=True)


def outcomes_document(outcomes: Iterable[Outcome], snapshot_id: str | None) -> dict[str, object]:
    """What ``load --json`` prints: one entry for every file named; the message of a loaded one is the ledger's note."""
    files = [
        {"file": outcome.path.name, **(asdict(outcome.ledger) if outcome.ledger else {})}
        | {"state": outcome.state, "message": outcome.message or (outcome.ledger.note if outcome.ledger else "")}
        for outcome in outcomes
    ]
    return {"files": files, "snapshot_id": snapshot_id}


def status_document(ledger: Iterable[LedgerRow], snapshot_id: str | None) -> dict[str, object]:
    """What ``status --json`` prints: one entry for every loaded file."""
    return {
        "files": [asdict(row) | {"state": "loaded", "message": row.note} for row in ledger],
        "snapshot_id": snapshot_id,
    }


def _ledger_cells(row: LedgerRow | None) -> tuple[object, ...]:
    return (row.format, *(getattr(row, name) for name in _COUNTS)) if row else ("",) * (1 + len(_COUNTS))


def _as_text(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
