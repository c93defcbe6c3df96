"""Who is one person: settled anew after every change of what is loaded."""

import duckdb

from etl.sql import run_file


def settle(connection: duckdb.DuckDBPyConnection) -> None:
    """Settle in the warehouse in use which keys are one person, and which of its signatures counts."""
    run_file(connection, "load/signatures/same_person.sql")
    run_file(connection, "load/signatures/settle.sql")
