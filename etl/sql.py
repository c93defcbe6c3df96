"""SQL that stands in files: read as text, run with bound parameters; and rows from Python into a table."""

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files

import duckdb
import numpy as np


def run_file(connection: duckdb.DuckDBPyConnection, path: str, parameters: dict[str, object] | None = None) -> None:
    """Run every statement of ``etl/<path>``; each gets those of the parameters that it names."""
    text = files("etl").joinpath(path).read_text(encoding="utf-8")
    for statement in connection.extract_statements(text):
        named = {name: value for name, value in (parameters or {}).items() if name in statement.named_parameters}
        connection.execute(statement, named or None)


def append(
    connection: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Put rows, with cells as ``columns``, into a table in use: what has no column there is left out."""
    given = list(rows)
    if not given:
        return
    cells = dict(zip(columns, zip(*given, strict=True), strict=True))
    nothing = (None,) * len(given)
    in_order = {name: cells.get(name, nothing) for name in connection.table(table).columns}
    connection.register("appended", {name: np.array(column, dtype=object) for name, column in in_order.items()})
    connection.view("appended").insert_into(table)
    connection.unregister("appended")


def append_records(connection: duckdb.DuckDBPyConnection, table: str, records: Sequence[Mapping[str, object]]) -> None:
    """Put records, column → cell, all with the same keys, into a table of the database in use."""
    if records:
        append(connection, table, list(records[0]), [list(record.values()) for record in records])
