"""The reference files as typed rows: each rule module says what a row of its file is, this one reads it."""

import csv
import hashlib
from collections.abc import Callable
from dataclasses import MISSING, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

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
            reader = csv.DictReader(file)
            columns = reader.fieldnames or []
            for field in fields(row):
                if field.name not in columns and field.default is MISSING:
                    raise Refused(f"{path}: column '{field.name}' is missing; the header has {', '.join(columns)}.")
            return [row(**_values(path, reader.line_num, row, record)) for record in reader]

    def digest(self, names: list[str]) -> str:
        """SHA-256 over the content of several files, in hexadecimal digits."""
        sha256 = hashlib.sha256()
        for name in names:
            sha256.update(hashlib.sha256(self._find(name).read_bytes()).digest())
        return sha256.hexdigest()


def _values(path: Path, line: int, row: type[Row], record: dict[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in fields(row):
        text = (record.get(field.name) or "").strip()
        if not text and field.default is not MISSING:
            continue
        try:
            values[field.name] = int(text) if field.type in (int, int | None) else text
        except ValueError as error:
            raise Refused(f"{path}, line {line}, column '{field.name}': '{text}' is no whole number.") from error
    return values
