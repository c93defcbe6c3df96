"""SQL that stands in files: read as text, run with bound parameters."""

from importlib.resources import files

import duckdb


def run_file(connection: duckdb.DuckDBPyConnection, path: str, parameters: dict[str, object] | None = None) -> None:
    """Run every statement of ``etl/<path>``; each gets those of the parameters that it names."""
    text = files("etl").joinpath(path).read_text(encoding="utf-8")
    for statement in connection.extract_statements(text):
        named = {name: value for name, value in (parameters or {}).items() if name in statement.named_parameters}
        connection.execute(statement, named or None)
