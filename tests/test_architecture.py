"""Rules of the house that can be held: who may open DuckDB, how SQL is run, what the snapshot may not have."""

import ast
import re
from pathlib import Path

import pytest

from etl.sql import run_file

ROOT = Path(__file__).parents[1]
CODE = sorted([*(ROOT / "etl").rglob("*.py"), *(ROOT / "dashboard").rglob("*.py")])
SQL = sorted([*(ROOT / "etl").rglob("*.sql"), *(ROOT / "dashboard").rglob("*.sql")])

# Who may open a database, and why.
OPENERS = {
    "etl/warehouse/warehouse.py",  # the private database
    "etl/publish/protected.py",  # a protected snapshot of a finished exact one
    "etl/publish/earlier.py",  # snapshots that are written anew without those who are forgotten
    "etl/load/inspection.py",  # a database in memory, to look at a file
    "dashboard/snapshot.py",  # the snapshot that is being read
}


def calls(tree: ast.AST, name: str) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name
    ]


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_only_these_modules_open_a_database() -> None:
    found = {relative(path) for path in CODE if re.search(r"\bduckdb\.connect\(", path.read_text())}
    assert found == OPENERS


@pytest.mark.parametrize("path", CODE, ids=relative)
def test_no_sql_is_formatted(path: Path) -> None:
    executed = calls(ast.parse(path.read_text()), "execute")
    formatted = [call.lineno for call in executed if call.args and isinstance(call.args[0], ast.JoinedStr | ast.BinOp)]
    assert formatted == []


@pytest.mark.parametrize("path", SQL, ids=relative)
def test_every_sql_file_says_first_what_it_is_for(path: Path) -> None:
    assert path.read_text().startswith("-- ")


def test_no_column_of_the_snapshot_is_about_a_person() -> None:
    import duckdb

    with duckdb.connect() as connection:
        run_file(connection, "publish/schema.sql")
        columns = connection.execute("select distinct column_name from duckdb_columns() where not internal").fetchall()
    suspect = re.compile(r"person|email|e_mail|first_name|family_name|given_name|phone|affiliation|owner")
    assert [name for (name,) in columns if suspect.search(name)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "dashboard" / "charts").glob("*.py")), ids=relative)
def test_charts_count_nothing(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"\.(groupby|sum|agg|pivot_table|merge)\(", text)
    assert "duckdb" not in text


@pytest.mark.parametrize("path", CODE, ids=relative)
def test_no_file_outgrows_its_subject(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 250
