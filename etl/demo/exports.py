"""Export files as they come in: CSV rows, with a few faults in them."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

Row = list[str]
Fault = Callable[[Row], list[Row]]


def write_csv(path: Path, header: Sequence[str], rows: list[Row]) -> Path:
    """Write a UTF-8 CSV file with its folder; rows may be ragged."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    return path


def with_faults(rows: list[Row], faults: Sequence[Fault], share: float, rng: Random) -> list[Row]:
    """The rows, of which about ``share`` have one of the faults."""
    faulty = []
    for row in rows:
        faulty += rng.choice(faults)(row) if rng.random() < share else [row]
    return faulty


def written_as(text: str, *columns: int) -> Fault:
    """The fault of columns that hold this text."""
    return lambda row: [[text if column in columns else cell for column, cell in enumerate(row)]]


def repeated(row: Row) -> list[Row]:
    """The row stands there twice."""
    return [row, row]


def cut_short(row: Row) -> list[Row]:
    """The last two columns are missing."""
    return [row[:-2]]


def with_a_column_too_many(row: Row) -> list[Row]:
    """A stray separator at the end."""
    return [[*row, "", "see mail"]]
