"""The warehouse's tables: made new, and compared with those that an earlier version left."""

from importlib.resources import files
from pathlib import Path

import duckdb

from etl.errors import Refused
from etl.sql import run_file

Column = tuple[str, str, str]  # table, name, type


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """The warehouse's tables, empty, in the database in use."""
    run_file(connection, "warehouse/schema.sql")
    run_file(connection, "warehouse/meanings.sql")


def refuse_earlier(connection: duckdb.DuckDBPyConnection, needed: frozenset[Column], folder: Path) -> None:
    """Raises Refused, with the way out, where the database in use lacks one of the columns needed."""
    if needed <= columns(connection):
        return
    loaded = [file for (file,) in connection.execute("select distinct file from loaded_file order by file").fetchall()]
    raise Refused(
        f"{folder} was made by an earlier version: move that folder away and load its files again, those in the inbox "
        f"with 'campaign-etl run', others with 'campaign-etl load FILE'. It holds {', '.join(loaded) or 'no file'}."
    )


def columns(connection: duckdb.DuckDBPyConnection) -> frozenset[Column]:
    """The columns of all tables of the database in use."""
    query = files("etl.warehouse").joinpath("columns.sql").read_text(encoding="utf-8")
    return frozenset(connection.execute(query).fetchall())
