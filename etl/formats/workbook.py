"""The rows of an XLSX workbook, as text: what the author typed, not what a spreadsheet makes of it.

A number is written without exponent and padding, a date in ISO 8601, a formula is the value that was stored with it.
"""

import re
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import IO, cast
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.styles.numbers import is_datetime
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from etl.errors import Refused
from etl.formats.records import Fault, Row

Cell = ReadOnlyCell | EmptyCell

_FORMULA = re.compile(rb"<(\w+:)?f[ />]")


def sheet_names(path: Path) -> list[str]:
    """The names of the sheets that hold cells.

    Raises:
        Refused: the workbook is damaged.
    """
    with path.open("rb") as file:
        return [sheet.title for sheet in _opened(path, file, data_only=True).worksheets]


def sheet_rows(path: Path, name: str) -> Iterator[Row | Fault]:
    """Every row of a sheet with something in it; its line is the row's number.

    A row with an error value (#REF!), or a formula whose value was not stored, is a fault.

    Raises:
        Refused: the workbook is damaged.
    """
    with path.open("rb") as file, path.open("rb") as again:
        values = _cells(_opened(path, file, data_only=True)[name])
        formulas = _cells(_opened(path, again, data_only=False)[name]) if _has_formulas(path) else iter(())
        try:
            for line, row in enumerate(values, start=1):
                written = next(formulas, ())
                texts = [_text(cell) for cell in row]
                fault = next(_faults(line, row, texts, written), None)
                if fault:
                    yield fault
                elif any(texts):
                    yield Row(line, texts)
        except (BadZipFile, ValueError, KeyError, SyntaxError) as error:
            raise Refused(f"{path.name}: the sheet {name} is damaged; save it again, or as CSV.") from error


def _opened(path: Path, file: IO[bytes], *, data_only: bool) -> Workbook:
    try:
        return load_workbook(file, read_only=True, data_only=data_only, keep_links=False)
    except (BadZipFile, ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError) as error:
        raise Refused(f"{path.name}: a damaged workbook; save it again, or the table as CSV.") from error


def _cells(sheet: object) -> Iterator[tuple[Cell, ...]]:
    sheet = cast(ReadOnlyWorksheet, sheet)  # the library's types know the other kind of sheet only
    sheet.reset_dimensions()  # what a sheet says of its size may be wrong, and would cut it
    return cast(Iterator[tuple[Cell, ...]], sheet.rows)


def _has_formulas(path: Path) -> bool:
    """Whether any sheet holds a formula; the second look that it takes is left out where none does."""
    with ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                with archive.open(name) as part:
                    end = b""
                    while block := part.read(1 << 20):
                        if _FORMULA.search(end + block):
                            return True
                        end = block[-16:]
    return False


def _faults(line: int, row: tuple[Cell, ...], texts: list[str], written: tuple[Cell, ...]) -> Iterator[Fault]:
    for index, (cell, text) in enumerate(zip(row, texts, strict=True)):
        column = get_column_letter(index + 1)
        if cell.data_type == "e":
            yield Fault(line, 1, column, text, "an error of the spreadsheet")
        elif not text and cell.data_type == "n" and index < len(written) and written[index].data_type == "f":
            yield Fault(line, 1, column, str(written[index].value)[:200], "a formula without a stored value")


def _text(cell: Cell) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        is_day = is_datetime(cell.number_format) == "date" and value.time() == time()
        return value.date().isoformat() if is_day else value.isoformat(sep=" ")
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else repr(value)
    return str(value)
