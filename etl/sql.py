"""SQL that stands in files: read as text, run with bound parameters; and rows from Python into a table."""

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any

import duckdb
import numpy as np

_parsed: dict[str, list[duckdb.Statement]] = {}  # by path: files of the program stay as they are while it runs


def ask_file(connection: duckdb.DuckDBPyConnection, path: str, parameters: dict[str, object]) -> list[tuple[Any, ...]]:
    """The rows of the one question in ``etl/<path>``."""
    (question,) = statements(connection, path)
    return connection.execute(question, parameters).fetchall()


def run_file(connection: duckdb.DuckDBPyConnection, path: str, parameters: dict[str, object] | None = None) -> None:
    """Run every statement of ``etl/<path>``; each gets those of the parameters that it names."""
    for statement in statements(connection, path):
        named = {name: value for name, value in (parameters or {}).items() if name in statement.named_parameters}
        connection.execute(statement, named or None)


def statements(connection: duckdb.DuckDBPyConnection, path: str) -> list[duckdb.Statement]:
    """The statements of ``etl/<path>``, read and parsed once in a process."""
    if path not in _parsed:
        _parsed[path] = connection.extract_statements(files("etl").joinpath(path).read_text(encoding="utf-8"))
    return _parsed[path]


def append(
    connection: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Put rows, with cells as ``columns``, into a table in use: a cell without a column there is left out,
    a column without a cell has its default."""
    given = list(rows)
    if not given:
        return
    known = connection.table(table).columns
    cells = zip(columns, zip(*given, strict=True), strict=True)
    connection.register("appended", {name: np.array(column, dtype=object) for name, column in cells if name in known})
    statement = f"insert into {table} by name from appended"  # takes no parameter; the name is one of our own tables
    connection.execute(statement)
    connection.unregister("appended")


def append_records(connection: duckdb.DuckDBPyConnection, table: str, records: Sequence[Mapping[str, object]]) -> None:
    """Put records, column → cell, all with the same keys, into a table of the database in use."""
    if records:
        append(connection, table, list(records[0]), [list(record.values()) for record in records])
