"""Tables, in delimited text or on the sheets of a workbook: where the header stands, and what each row says.

The header is the first row with all the columns by which a source is recognised. What stands above it, and is not
declared as ``preamble``, is reported; so is a sum at the end.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from etl.errors import Refused, Unrecognised
from etl.formats.apostrophe import as_meant
from etl.formats.delimited import delimited_rows
from etl.formats.office import is_workbook
from etl.formats.records import LONGEST_VALUE, Fault, Record, Row
from etl.formats.source import Reading, Source
from etl.formats.text import refuse_no_text
from etl.formats.totals_row import is_totals_row

_LOOKED_AT = 30  # rows: a header below them is none


@dataclass(frozen=True)
class Table:
    """One table of a file: a sheet's name, or '' for text; its first rows, and how to have them all."""

    sheet: str
    head: list[Row]
    rows: Callable[[], Iterator[Row | Fault]]

    def header(self, source: Source) -> Row:
        """The row with the column names: the first that has all of the source's own, else the first of all."""
        rows = [row for row in self.head if row.line > source.reading.preamble] or self.head
        telling = set(source.telling_columns)
        return next((row for row in rows if telling <= set(column_names(row))), rows[0])

    def misfit(self, source: Source, *, any_extra: bool) -> str | None:
        """Why the source does not fit the table, or None where it does."""
        names = column_names(self.header(source))
        missing = [column for column in source.telling_columns if column not in names]
        if missing:
            return source.lack(missing)
        used = set(source.columns.values())
        doubled = sorted(name for name in used if names.count(name) > 1)
        if doubled:
            return f"the column {doubled[0]} stands there twice"
        known = used | {*source.ignored, *source.telling_columns, *itertools.chain(*source.gathered.values())}
        extra = [name for name in names if name not in known]
        if extra and not (any_extra or source.extra_columns):
            return f"the format knows no column {', '.join(extra[:5])}"
        return None


def tables(path: Path, reading: Reading) -> list[Table]:
    """The tables of a file that hold something.

    Raises:
        Refused: the file is empty, no text in the declared encoding, or a damaged workbook.
    """
    if is_workbook(path):
        # Read only for its files: openpyxl takes a fifth of a second.
        from etl.formats.workbook import sheet_names, sheet_rows

        found = [_table(name, partial(sheet_rows, path, name)) for name in sheet_names(path)]
    else:
        refuse_no_text(path, reading)
        found = [_table("", partial(delimited_rows, path, reading))]
    filled = [table for table in found if table.head]
    if not filled:
        raise Unrecognised(
            f"{path.name}: no line can be read with the delimiter '{reading.delimiter}'; declare another."
        )
    return filled


def fitting_tables(found: Iterable[Table], source: Source) -> list[Table]:
    """The tables that a source fits: those without columns that it does not know, where there are any."""
    fitting = [table for table in found if table.misfit(source, any_extra=True) is None]
    return [table for table in fitting if table.misfit(source, any_extra=False) is None] or fitting


def column_names(header: Row) -> list[str]:
    """The names in a header row; empty cells behind the last name are none."""
    names = [name.strip() for name in header.cells]
    while names and not names[-1]:
        names.pop()
    return names


def column_fields(names: Iterable[str], source: Source) -> list[str | None]:
    """For each column, in order: the field that it fills, or None where it is not used."""
    fields = {column: name for name, column in source.columns.items()}
    if source.only:
        fields[source.only] = "only"
    return [fields.get(name) for name in names]


def read_table(path: Path, source: Source) -> Iterator[Record | Fault]:
    """Every record below the header of the one table that fits.

    Raises:
        Refused: none or several fit, or a byte is not in the declared encoding.
    """
    fitting = fitting_tables(tables(path, source.reading), source)
    if len(fitting) != 1:
        names = " and ".join(table.sheet for table in fitting) or "none"
        raise Refused(f"{path.name}: of its sheets {names} fit {source.format}; keep one in the file.")
    reader, rows = _Reader(fitting[0], source), fitting[0].rows()
    row = next(rows, None)
    while row is not None:
        following = next(rows, None)
        found = reader.read(row, is_last=following is None)
        if found:
            yield found
        row = following


class _Reader:
    """Rows of one table become records."""

    def __init__(self, table: Table, source: Source) -> None:
        header = table.header(source)
        self._header_line, self._names = header.line, column_names(header)
        self._source, self._is_sheet = source, bool(table.sheet)
        self._fields = column_fields(self._names, source)
        self._missing = {word.lower() for word in source.reading.missing}

    def read(self, row: Row | Fault, *, is_last: bool) -> Record | Fault | None:
        """The record, or the fault, of a row; None for the header and what is declared to stand above it."""
        if row.line <= self._source.reading.preamble or row.line == self._header_line:
            return None
        if isinstance(row, Fault):
            return self._with_column_name(row) if self._is_sheet else row
        cells = self._as_wide_as_the_header(row.cells)
        if reason := self._what_is_wrong(row.line, cells, is_last=is_last):
            return Fault(row.line, 1, "", self._text(cells), reason)
        for name, cell in zip(self._names, cells, strict=True):
            if "\0" in cell:
                return Fault(row.line, 1, name, self._text(cells), "a NUL character")
        values: dict[str, str | None] = {
            field: "" if cell.strip().lower() in self._missing else as_meant(cell)
            for field, cell in zip(self._fields, cells, strict=True)
            if field
        }
        return Record(row.line, 1, values | self._gathered(cells))

    def _gathered(self, cells: list[str]) -> dict[str, str | None]:
        filled = {name: cell.strip() for name, cell in zip(self._names, cells, strict=True) if cell.strip()}
        return {
            field: "; ".join(f"{name}: {filled[name]}" for name in names if name in filled)
            for field, names in self._source.gathered.items()
        }

    def _as_wide_as_the_header(self, cells: list[str]) -> list[str]:
        """Empty cells beyond the header hold nothing; on a sheet those at the end of a row need not be there."""
        width = len(cells)
        while width > len(self._names) and not cells[width - 1]:
            width -= 1
        missing = len(self._names) - width
        return cells[:width] + [""] * missing if self._is_sheet else cells[:width]

    def _what_is_wrong(self, line: int, cells: list[str], *, is_last: bool) -> str | None:
        if line < self._header_line:
            return "stands above the header (preamble in the source's TOML file says how many lines do)"
        if is_last and is_totals_row(cells):
            return "a sum, not a record"
        if not self._source.has_dates and [cell.strip() for cell in cells] == self._names:
            return "the header once more"  # where records have dates, it has none and is rejected for that
        if len(cells) != len(self._names):
            return "too many columns" if len(cells) > len(self._names) else "too few columns"
        return None

    def _text(self, cells: list[str]) -> str:
        return self._source.reading.delimiter.join(cells)[:LONGEST_VALUE].replace("\0", "\N{REPLACEMENT CHARACTER}")

    def _with_column_name(self, fault: Fault) -> Fault:
        from openpyxl.utils import column_index_from_string  # as above

        index = column_index_from_string(fault.column) - 1
        return replace(fault, column=self._names[index] if index < len(self._names) else fault.column)


def _table(sheet: str, rows: Callable[[], Iterator[Row | Fault]]) -> Table:
    return Table(sheet, [row for row in itertools.islice(rows(), _LOOKED_AT) if isinstance(row, Row)], rows)
