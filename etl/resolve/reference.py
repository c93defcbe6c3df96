"""The reference files as typed rows: each rule module says what a row of its file is, this one reads it."""

import csv
import hashlib
from collections.abc import Callable
from dataclasses import MISSING, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from etl.errors import Refused

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Row = TypeVar("Row", bound=DataclassInstance)
else:
    Row = TypeVar("Row")


class Reference:
    """Reference files by name. ``find`` gives the path of one, such as ``member_states.csv``."""

    def __init__(self, find: Callable[[str], Path]) -> None:
        self._find = find

    def rows(self, name: str, row: type[Row]) -> list[Row]:
        """Every row of a CSV file (UTF-8, with a header) as the dataclass ``row``, whose fields are its columns.

        A field of type int is a whole number; a field with a default may be empty or have no column.

        Raises:
            Refused: a column is missing, or a value is empty or of a wrong type.
        """
        path = self._find(name)
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            columns = next(reader, [])
            given: list[_Column] = []
            for field in fields(row):
                may_be_empty = field.default is not MISSING
                if field.name in columns:
                    is_number = field.type in (int, int | None)
                    given.append(_Column(field.name, columns.index(field.name), is_number, may_be_empty))
                elif not may_be_empty:
                    raise Refused(f"{path}: column '{field.name}' is missing; the header has {', '.join(columns)}.")
            return [row(**_values(path, reader.line_num, given, cells)) for cells in reader if cells]

    def digest(self, names: list[str]) -> str:
        """SHA-256 over the content of several files, in hexadecimal digits."""
        sha256 = hashlib.sha256()
        for name in names:
            sha256.update(hashlib.sha256(self._find(name).read_bytes()).digest())
        return sha256.hexdigest()


class _Column(NamedTuple):
    name: str
    place: int
    is_number: bool
    may_be_empty: bool


def _values(path: Path, line: int, columns: list[_Column], cells: list[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, place, is_number, may_be_empty in columns:
        text = cells[place].strip() if place < len(cells) else ""
        if not text and may_be_empty:
            continue
        try:
            values[name] = int(text) if is_number else text
        except ValueError as error:
            raise Refused(f"{path}, line {line}, column '{name}': '{text}' is no whole number.") from error
    return values
