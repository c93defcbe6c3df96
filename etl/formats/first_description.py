"""A first description of a file that nothing recognises: guesses for the user to finish, never used by themselves."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from etl.errors import Refused
from etl.formats.office import is_workbook
from etl.formats.records import Row
from etl.formats.source import FIELDS, Reading
from etl.formats.table import Table, column_names, tables
from etl.resolve.fold import words_of
from etl.resolve.reference import Reference

_DELIMITERS = (",", ";", "\t", "|")
_ENCODINGS = ("utf-8", "cp1252")
_DAYS = ("%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%Y/%m/%d", "%d.%m.%y")
_DATES = tuple(f"{day}{clock}" for day in _DAYS for clock in ("", " %H:%M", " %H:%M:%S", ", %H:%M"))
_ASIDE = re.compile(r"[/|(),:?]|\b(?:or|and|of)\b")  # what begins behind the name of a column and explains it
_LEADING = re.compile(r"^(?:(?:what is|enter|please enter) )?(?:your|ihr|ihre|votre|su|tu|uw|il tuo) ")


@dataclass(frozen=True)
class ColumnWords:
    """A row of reference/column_words.csv: what a column of a field may be called, joined by bars."""

    field: str
    words: str


def first_description(path: Path, kind: str | None, reference: Reference) -> str:
    """TOML that describes the file as far as it can be guessed; what is not sure says so in a comment.

    ``kind``: None for the one with a column for most of its fields.

    Raises:
        Refused: the file is no table.
    """
    reading, table = _likeliest(path)
    width = Counter(len(row.cells) for row in table.head).most_common(1)[0][0]
    header = next(row for row in table.head if len(row.cells) == width)
    names = column_names(header)
    by_kind = {each: _columns(names, each, reference) for each in ([kind] if kind else FIELDS)}
    kind, columns = max(by_kind.items(), key=lambda guess: len(guess[1]))
    dated = next((name for name in FIELDS[kind] if name.endswith("_at") and name in columns), None)
    dates, doubt = _dates(_texts(table, header, columns[dated])) if dated else (["iso"], "")
    ignored = [name for name in dict.fromkeys(names) if name and name not in columns.values()]
    name = "_".join(words_of(path.stem).folded) or "own"
    lines = [
        f"# Guessed from the header of {path.name}: look at every line, and mend what is wrong.",
        f"format = {_toml(name)}",
        f"kind = {_toml(kind)}  # one of {', '.join(FIELDS)}",
        f"title = {_toml(path.stem)}",
        f"required = {_toml(list(columns))}  # fields whose columns every such file has",
        f"ignored = {_toml(ignored)}  # columns that are not used",
        "",
        "[reading]",
        f"encoding = {_toml(reading.encoding)}",
        f"delimiter = {_toml(reading.delimiter)}",
        f"dates = {_toml(dates)}{doubt}",
        'time_zone = "UTC"  # of moments without an offset',
        f"preamble = {header.line - 1}  # lines above the header",
        "",
        f"[columns]  # our field = your column; there are {', '.join(FIELDS[kind])}",
        *(f"{field} = {_toml(column)}" for field, column in columns.items()),
    ]
    return "\n".join(lines) + "\n"


def _likeliest(path: Path) -> tuple[Reading, Table]:
    """The encoding and delimiter with which most rows have equally many columns, and the most of them."""
    found: list[tuple[int, Reading, Table]] = []
    for encoding in _ENCODINGS:
        for delimiter in _DELIMITERS:
            reading = Reading.model_validate({"encoding": encoding, "delimiter": delimiter})
            try:
                (table, *_) = tables(path, reading)
            except Refused:
                continue
            width, rows = Counter(len(row.cells) for row in table.head).most_common(1)[0]
            found.append(((width > 1) * width * rows, reading, table))
        if found or is_workbook(path):
            break
    best = max(found, key=lambda candidate: candidate[0], default=None)
    if best is None or not best[0]:
        raise Refused(f"{path.name}: no table in it that could be described.")
    return best[1], best[2]


def _columns(names: Sequence[str], kind: str, reference: Reference) -> dict[str, str]:
    """Field → column, for every field with a column of a likely name; no column twice, and whole names first."""
    likely = {
        field: {_folded(field)} | {_folded(word) for word in words.split("|")}
        for field, words in ((row.field, row.words) for row in reference.rows("column_words.csv", ColumnWords))
    }
    found: dict[str, str] = {}
    for whole in (True, False):
        for field in FIELDS[kind]:
            for name in names:
                if (
                    _folded(name if whole else _ASIDE.split(name)[0]) in likely.get(field, {_folded(field)})
                    and name not in found.values()
                ):
                    found.setdefault(field, name)
    return found


def _folded(name: str) -> str:
    return _LEADING.sub("", " ".join(words_of(name.replace("_", " ").replace("-", " ")).folded))


def _texts(table: Table, header: Row, column: str) -> list[str]:
    place = column_names(header).index(column)
    cells = [row.cells[place].strip() for row in table.head if row.line > header.line and len(row.cells) > place]
    return [cell for cell in cells if cell]


def _dates(texts: Sequence[str]) -> tuple[list[str], str]:
    """The one form in which most dates are written, and a comment; where two forms fit as many, none is chosen."""
    fits = {pattern: sum(_is_written(text, pattern) for text in texts) for pattern in _DATES}
    most = max(fits.values())
    fitting = [pattern for pattern, fit in fits.items() if fit == most and 2 * fit > len(texts)]
    if len(fitting) == 1:
        return (
            fitting,
            f"  # {'all' if most == len(texts) else f'{most} of {len(texts)}'} dates looked at are written so",
        )
    if fitting:
        return ["iso"], f"  # CHOOSE: {texts[0]} may be {' or '.join(fitting)}"
    return ["iso"], "  # ISO 8601, or patterns of strptime"


def _is_written(text: str, pattern: str) -> bool:
    try:
        datetime.strptime(text, pattern).replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def _toml(value: str | list[str]) -> str:
    return json.dumps(value, ensure_ascii=False)  # strings and lists of strings are written alike in both
