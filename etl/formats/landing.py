"""Records of a file as ``landed``, as text; what cannot be read into the table ``fault``."""

import csv
import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from etl.formats.document_records import read_document_records
from etl.formats.letter_markdown import read_letter
from etl.formats.office import is_workbook
from etl.formats.one_of_several import records_of
from etl.formats.records import Fault, Record
from etl.formats.source import FIELDS, Source
from etl.formats.table import column_fields, column_names, fitting_tables, read_table, tables
from etl.formats.text import text_encoding
from etl.formats.totals_row import is_totals_row
from etl.sql import append

_BATCH = 50_000
_LAST_LINE = 1 << 16  # bytes
_BEFORE_A_FORMULA = re.compile(rb"'[=+\-@\t\r]")

_LANDED = "create or replace temp view landed as from landed_row"

# Read whenever it is asked, never stored: millions of rows go through it once. Unused columns have names with an
# underscore in front; `line` is exact while every line is one record.
_LANDED_PLAIN = f"""
{_LANDED}
union all by name
select row_number() over () + getvariable('first_line') - 1 as line, 1 as part,
       columns(lambda name: not starts_with(name, '_'))
from read_csv(getvariable('path'), auto_detect = false, header = true, columns = getvariable('columns'),
              delim = getvariable('delimiter'), quote = getvariable('quote'), escape = getvariable('quote'),
              strict_mode = true)
"""


def land(
    connection: duckdb.DuckDBPyConnection, path: Path, source: Source, take: Callable[[], int], only: str | None = None
) -> None:
    """Offer the file's records as ``landed`` (over the kind's table ``landed_row``), what cannot be read in ``fault``.

    Args:
        take: takes what it needs from ``landed`` and says how many records that were. It may be called twice: the fast
            reader is found to be wrong about a file only when it has read it.
        only: picks one campaign of a file that holds several.

    Raises:
        Refused: the file as a whole cannot be read, or it is not clear which campaign of it is meant.
    """
    has_several = source.only is not None or only is not None
    if source.reader == "delimited" and not has_several and _land_plain(connection, path, source, take):
        return
    connection.execute("reset variable first_line")
    connection.execute(_LANDED)
    records = _read(path, source)
    if has_several:
        records = records_of(only, records, path, source)
    while batch := list(itertools.islice(records, _BATCH)):
        _insert(connection, source, batch)
    take()


def land_faulty(connection: duckdb.DuckDBPyConnection, source: Source) -> None:
    """Narrow ``landed`` to the records with a fault, where it would read a whole plain file anew to number them.

    Call it when all faults are found, while the file is in its place.
    """
    asked = "select distinct line from fault where getvariable('first_line') is not null"
    faulty = {line for (line,) in connection.execute(asked).fetchall()}
    if not faulty:
        return
    ((path, columns),) = connection.execute("select getvariable('path'), getvariable('columns')").fetchall()
    with Path(path).open("rb") as file:  # every line is one record: it need not be read to be counted
        texts = {number: raw.decode() for number, raw in enumerate(file, start=1) if number in faulty}
    reading = source.reading
    rows = csv.reader(texts.values(), delimiter=reading.delimiter, quotechar=reading.quote)
    records = (  # cells beyond the header are empty here
        Record(line, 1, {name: text for name, text in zip(columns, row, strict=False) if text})
        for line, row in zip(texts, rows, strict=True)
    )
    while batch := list(itertools.islice(records, _BATCH)):
        _insert(connection, source, [*batch])
    connection.execute(_LANDED)


def _read(path: Path, source: Source) -> Iterator[Record | Fault]:
    if source.is_document:
        return read_document_records(path, source)
    return read_letter(path, source) if source.reader == "letter_markdown" else read_table(path, source)


def _land_plain(connection: duckdb.DuckDBPyConnection, path: Path, source: Source, take: Callable[[], int]) -> bool:
    """Let DuckDB read the file; False, and what was taken does not hold, unless every line is one faultless record."""
    header = _plain_header(path, source)
    if header is None or is_totals_row(_last_cells(path, source)):
        return False
    fields = column_fields(header, source)
    columns = {name or f"_{index}": "VARCHAR" for index, name in enumerate(fields)}
    connection.execute("set variable path = $path", {"path": str(path)})
    connection.execute("set variable columns = $columns", {"columns": columns})
    connection.execute("set variable delimiter = $delimiter", {"delimiter": source.reading.delimiter})
    connection.execute("set variable quote = $quote", {"quote": source.reading.quote})
    connection.execute("set variable first_line = 2")
    try:
        connection.execute(_LANDED_PLAIN)
        return take() == _lines_below_header(path)
    except duckdb.Error:
        return False


def _plain_header(path: Path, source: Source) -> list[str] | None:
    """The columns of a file that may be plain: UTF-8, no preamble, nothing declared that rows are asked for."""
    if is_workbook(path) or text_encoding(path, source.reading) not in ("utf-8", "utf-8-sig"):
        return None
    if source.reading.missing or source.gathered or not source.has_dates:
        return None
    fitting = fitting_tables(tables(path, source.reading), source)
    header = fitting[0].header(source) if fitting else None
    return column_names(header) if header and header.line == 1 else None


def _last_cells(path: Path, source: Source) -> list[str]:
    """The cells of the last line, as far as it can be told from the file's end."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _LAST_LINE))
        lines = file.read().decode("utf-8", errors="replace").rstrip().splitlines()
    reading = source.reading
    return next(csv.reader(lines[-1:], delimiter=reading.delimiter, quotechar=reading.quote), [])


def _lines_below_header(path: Path) -> int | None:
    """How many lines follow the first; None where something stands in the file that only the exact way reads: a
    carriage return alone, a NUL, an apostrophe in front of a formula."""
    lines, last = 0, b"\n"
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            joined = last + block if last in (b"\r", b"'") else block
            if b"\0" in block or _BEFORE_A_FORMULA.search(joined):
                return None
            lines += block.count(b"\n")
            if b"\r" in joined and joined.count(b"\r") - joined.endswith(b"\r") != joined.count(b"\r\n"):
                return None
            last = block[-1:]
    return None if last == b"\r" else lines + (last != b"\n") - 1


def _insert(connection: duckdb.DuckDBPyConnection, source: Source, batch: list[Record | Fault]) -> None:
    names = ["line", "part", *FIELDS[source.kind]]
    rows = [
        (found.line, found.part, *(found.values.get(name) for name in FIELDS[source.kind]))
        for found in batch
        if isinstance(found, Record)
    ]
    append(connection, "landed_row", names, rows)
    faults = [(f.line, f.part, f.column, f.value, f.reason) for f in batch if isinstance(f, Fault)]
    append(connection, "fault", ["line", "part", "column_name", "value", "reason"], faults)
