"""Delimited text, record by record, with exact line numbers and every ragged record reported.

This reader is exact for any file. ``landing`` takes DuckDB's faster one where a file is plain (one record a line, no
fault); a test holds the two to the same answer.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from etl.errors import Refused
from etl.formats.recognise import header
from etl.formats.records import Fault, Record
from etl.formats.source import Source
from etl.formats.text import text_encoding

csv.field_size_limit(1 << 24)


def column_fields(path: Path, source: Source) -> list[str | None]:
    """For each column of the file, in order: the field that it fills, or None where it is not used."""
    fields = {column: name for name, column in source.columns.items()}
    if source.only:
        fields[source.only] = "only"
    return [fields.get(column) for column in header(path, source.reading)]


def read_delimited(path: Path, source: Source) -> Iterator[Record | Fault]:
    """Every record below the header.

    Raises:
        Refused: a byte is not in the declared encoding.
    """
    fields = column_fields(path, source)
    reading = source.reading
    lines = _Lines(path, text_encoding(path, reading))
    reader = csv.reader(lines, delimiter=reading.delimiter, quotechar=reading.quote, strict=True)
    header_seen = False
    while True:
        start = lines.number + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Fault(start, 1, "", lines.last[:200], _sentence(error))
            reader = csv.reader(lines, delimiter=reading.delimiter, quotechar=reading.quote, strict=True)
            continue
        if not row:
            continue
        while len(row) > len(fields) and not row[-1]:
            row.pop()  # empty cells beyond the header hold nothing
        if not header_seen:
            header_seen = True
        elif len(row) != len(fields):
            yield Fault(
                start,
                1,
                "",
                reading.delimiter.join(row)[:200],
                "too many columns" if len(row) > len(fields) else "too few columns",
            )
        else:
            yield Record(start, 1, {name: text for name, text in zip(fields, row, strict=True) if name})


class _Lines:
    """The file's lines, counted, with the last one at hand."""

    def __init__(self, path: Path, encoding: str) -> None:
        self._path, self._encoding = path, encoding
        self.number = 0
        self.last = ""
        self._lines = self._read()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.last = next(self._lines)
        self.number += 1
        return self.last

    def _read(self) -> Iterator[str]:
        with self._path.open(encoding=self._encoding, newline="") as file:
            try:
                yield from file
            except UnicodeDecodeError as error:
                raise Refused(
                    f"{self._path.name}: line {self.number + 1} or soon after is not {self._encoding} text; "
                    "save the file as UTF-8, or declare its encoding in the source's TOML file."
                ) from error


def _sentence(error: csv.Error) -> str:
    text = str(error)
    if "unexpected end of data" in text:
        return "a quote is opened and never closed"
    if "expected after" in text:
        return "text after a closing quote"
    return f"unreadable ({text})"
