"""Delimited text, row by row, with exact line numbers and every broken row reported.

This reader is exact for any file. ``landing`` takes DuckDB's faster one where a file is plain (one record a line, no
fault); a test holds the two to the same answer.
"""

import csv
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from etl.errors import Refused
from etl.formats.records import LONGEST_VALUE, Fault, Row
from etl.formats.source import Reading
from etl.formats.text import text_encoding

_LONGEST_FIELD = 16 << 20
csv.field_size_limit(_LONGEST_FIELD)


def delimited_rows(path: Path, reading: Reading) -> Iterator[Row | Fault]:
    """Every row, blank lines left out. Below a row that cannot be read the next line begins a new one.

    Raises:
        Refused: a byte is not in the declared encoding.
    """
    lines = _Lines(path, text_encoding(path, reading))
    while True:
        reader = csv.reader(lines, delimiter=reading.delimiter, quotechar=reading.quote, strict=True)
        try:
            while True:
                start = lines.begin()
                row = next(reader)
                if row:
                    yield Row(start, row)
        except StopIteration:
            return
        except csv.Error as error:
            yield Fault(start, 1, "", lines.back_to_the_second().rstrip("\r\n")[:LONGEST_VALUE], _sentence(error))


class _Lines:
    """The file's lines, counted; those behind the first of a record can be had once more."""

    def __init__(self, path: Path, encoding: str) -> None:
        self._path, self._encoding = path, encoding
        self._number = 0
        self._of_record: list[str] = []
        self._again: deque[str] = deque()
        self._lines = self._read()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self._number += 1
        self._of_record.append(line)
        return line

    def begin(self) -> int:
        """A new record begins; the number of its first line."""
        self._of_record.clear()
        return self._number + 1

    def back_to_the_second(self) -> str:
        """Go on with the second line of this record, as if the first had been one of its own; the first."""
        first, *others = self._of_record
        self._again.extendleft(reversed(others))
        self._number -= len(others)
        return first

    def _read(self) -> Iterator[str]:
        with self._path.open(encoding=self._encoding, newline="") as file:
            try:
                yield from file
            except UnicodeDecodeError as error:
                raise Refused(
                    f"{self._path.name}: line {self._number + 1} or soon after is not {self._encoding} text; "
                    "save the file as UTF-8, or declare its encoding in the source's TOML file."
                ) from error


def _sentence(error: csv.Error) -> str:
    text = str(error)
    if "unexpected end of data" in text:
        return "a quote is opened and never closed"
    if "expected after" in text:
        return "text after a closing quote"
    if "field limit" in text:
        return f"a field of more than {_LONGEST_FIELD >> 20} MiB (is a quote never closed?)"
    return f"unreadable ({text})"
