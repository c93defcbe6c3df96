"""Reading delimited text: exact lines, nothing lost, the fast way and the exact way alike."""

import csv
import io
from functools import cache
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.data_dir import DataDir
from etl.formats.landing import land
from etl.formats.records import Fault, Record
from etl.formats.source import Reading, Source
from etl.formats.table import read_table
from etl.load.reading import open_session
from etl.sql import run_file

SOURCE = Source(
    format="test", kind="counts", title="Test", columns={"observed_at": "a", "country": "b", "total": "c"},
    required=["observed_at"],
)  # fmt: skip


def landed(path: Path, source: Source = SOURCE) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """What the loader sees of a file: records (line and fields, empty as null) and faults (line and reason)."""
    connection = session()
    run_file(connection, "load/session.sql")
    run_file(connection, "load/counts/landed.sql")
    taken = "create or replace temp table taken as from landed"
    land(connection, path, source, lambda: connection.execute(taken).fetchall()[0][0])
    records = connection.execute(
        "select line, nullif(observed_at, ''), nullif(country, ''), nullif(total, '') from taken order by line"
    ).fetchall()
    return records, connection.execute("select line, reason from fault order by line").fetchall()


@cache
def session() -> duckdb.DuckDBPyConnection:
    """What the loader opens once and reads its files in, one after the other."""
    connection = duckdb.connect()
    open_session(connection, DataDir(Path("no-folder")))
    return connection


def exactly_read(path: Path, source: Source = SOURCE) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    found = list(read_table(path, source))
    names = ("observed_at", "country", "total")
    records = [(r.line, *((r.values.get(n) or None) for n in names)) for r in found if isinstance(r, Record)]
    return records, [(f.line, f.reason) for f in found if isinstance(f, Fault)]


def write(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "file.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_lines_are_those_of_the_file_below_blank_lines_and_quoted_line_ends(tmp_path: Path) -> None:
    records, faults = landed(write(tmp_path, 'a,b,c\n"1\n1",x,1\n\n2,y,2\n3\n4,z,4\n'))
    assert [record[0] for record in records] == [2, 5, 7]
    assert faults == [(6, "too few columns")]


def test_an_unclosed_quote_is_one_fault_where_it_begins_and_the_lines_below_are_read(tmp_path: Path) -> None:
    records, faults = landed(write(tmp_path, 'a,b,c\n1,x,1\n2,"y,2\n3,z,3\n'))
    assert [record[0] for record in records] == [2, 4]
    assert faults == [(3, "a quote is opened and never closed")]


def test_text_after_a_closing_quote_is_a_fault_and_the_rest_is_read(tmp_path: Path) -> None:
    records, faults = landed(write(tmp_path, 'a,b,c\n"x"y,1,1\n2,y,2\n'))
    assert [record[0] for record in records] == [3]
    assert faults == [(2, "text after a closing quote")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_understood(tmp_path: Path, encoding: str) -> None:
    records, _ = landed(write(tmp_path, "a,b,c\n1,é,3\n".encode(encoding)))
    assert records == [(2, "1", "é", "3")]


def test_another_encoding_and_delimiter_are_read_where_the_source_declares_them(tmp_path: Path) -> None:
    reading = Reading(encoding="cp1252", delimiter=";")
    source = SOURCE.model_copy(update={"reading": reading})
    records, _ = landed(write(tmp_path, "a;b;c\n1;€;3\n".encode("cp1252")), source)
    assert records == [(2, "1", "€", "3")]


def test_words_that_look_like_codes_stay_as_they_are(tmp_path: Path) -> None:
    records, _ = landed(write(tmp_path, "a,b,c\nNULL,NA,007\nnull,NO,1e5\n"))
    assert records == [(2, "NULL", "NA", "007"), (3, "null", "NO", "1e5")]


fields_of_text = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)


@settings(max_examples=60)
@given(st.lists(st.tuples(fields_of_text, fields_of_text, fields_of_text), max_size=8))
def test_the_fast_way_and_the_exact_way_give_the_same(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]]
) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([("a", "b", "c"), *rows])
    path = write(tmp_path_factory.mktemp("rows"), text.getvalue())
    assert landed(path) == exactly_read(path)


@settings(max_examples=120)
@given(st.text(st.sampled_from('ab1,"\n\r ;é'), max_size=60))
def test_the_two_ways_agree_on_broken_text_too(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = write(tmp_path_factory.mktemp("text"), "a,b,c\n" + text)
    assert landed(path) == exactly_read(path)
