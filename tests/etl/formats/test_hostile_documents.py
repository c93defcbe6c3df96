"""Nested files that are torn, deep or not what they seem: one sentence each; values stay as they are written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.errors import Refused
from etl.formats.document_records import read_document_records
from etl.formats.json_path import parse_path
from etl.formats.records import Fault, Record
from etl.formats.source import Document, Source
from tests.installation import Installation


def source(reader: str, records: str = "$[*]", **columns: str) -> Source:
    return Source.model_validate(
        {
            "format": "test", "kind": "counts", "title": "Test", "reader": reader,
            "document": Document(records=records), "columns": columns,
        }
    )  # fmt: skip


def read(path: Path, text: str | bytes, description: Source) -> Iterator[Record | Fault]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_document_records(path, description)


def values(found: Iterator[Record | Fault]) -> list[tuple[int, int, str | None]]:
    return [(record.line, record.part, record.values["total"]) for record in found if isinstance(record, Record)]


WRITTEN = (
    '[{"t": 007}]',
    '[{"t": 1e5}, {"t": 1.50}, {"t": "NA"}, {"t": "007"}, {"t": true}, {"t": null}, {"t": 12345678901234567890}]',
)


def test_numbers_and_words_of_json_stay_as_they_are_written(tmp_path: Path) -> None:
    found = values(read(tmp_path / "a.json", WRITTEN[1], source("json", total="t")))
    written = ["1e5", "1.50", "NA", "007", "true", None, "12345678901234567890"]
    assert found == [(position, 1, text) for position, text in enumerate(written, start=1)]


def test_words_of_yaml_stay_as_they_are_written_and_lines_are_those_of_the_file(tmp_path: Path) -> None:
    text = "# list\n- {t: NO}\n- {t: 007}\n\n- {t: 1e5}\n- {t: yes}\n- {t: Null}\n- {t: null}\n- {t: 2023-05-01}\n"
    found = values(read(tmp_path / "a.yaml", text, source("yaml", total="t")))
    assert found == [
        (2, 1, "NO"), (3, 1, "007"), (5, 1, "1e5"), (6, 1, "yes"), (7, 1, "Null"), (8, 1, None), (9, 1, "2023-05-01"),
    ]  # fmt: skip


def test_two_records_of_one_line_are_two_parts(tmp_path: Path) -> None:
    found = values(read(tmp_path / "a.yaml", "[{t: a}, {t: b}]", source("yaml", total="t")))
    assert found == [(1, 1, "a"), (1, 2, "b")]
    lines = '{"l": [{"t": "a"}, {"t": "b"}]}\n{"l": [{"t": "c"}]}\n'
    found = values(read(tmp_path / "a.jsonl", lines, source("json_lines", "$.l[*]", total="t")))
    assert found == [(1, 1, "a"), (1, 2, "b"), (2, 1, "c")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("reader", ["json", "json_lines", "yaml"])
def test_a_byte_order_mark_is_understood(tmp_path: Path, encoding: str, reader: str) -> None:
    text = '[{"t": "é"}]'
    assert values(read(tmp_path / "a", text.encode(encoding), source(reader, total="t"))) == [(1, 1, "é")]


@pytest.mark.parametrize(
    ("reader", "text", "sentence"),
    [
        ("json", '{"a": 1,\n "b": }', "a: line 2, column 7: not JSON (Expecting value); export the file again."),
        ("json", "[" * 100_000, "a: not JSON that can be trusted (nested too deeply); export the file again."),
        ("json", '{"a": 1, "a": 2}', "(the name 'a' stands twice in one object)"),
        ("json", WRITTEN[0], "a: line 1, column 9: not JSON"),
        ("json", b'[{"t": "\xe9"}]', "a: not utf-8 text; save the file as UTF-8."),
        ("yaml", "- a: 1\n  a: 2\n", "a: line 2: not YAML that can be read ('a' stands twice in one object)"),
        ("yaml", "- &x [1]\n- *x\n", "a: line 2: not YAML that can be read (an alias, which is not followed)"),
        ("yaml", "- {a: [\n", "not YAML that can be read"),
        ("yaml", "[" * 10_000, "a: not YAML that can be read; export the file again."),
        ("feed", "<html><body>Not found</body></html>", "a: neither Atom nor RSS."),
    ],
)
def test_what_cannot_be_trusted_is_refused_in_a_sentence(tmp_path: Path, reader: str, text: str, sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        list(read(tmp_path / "a", text, source(reader, total="t")))
    assert sentence in str(refusal.value)


def test_what_is_no_record_is_a_fault_in_its_place(tmp_path: Path) -> None:
    text = '[{"t": "1"}, "x", {"t": {"deep": "2"}}, null]'
    found = list(read(tmp_path / "a.json", text, source("json", total="t")))
    assert [(f.line, f.column, f.value, f.reason) for f in found if isinstance(f, Fault)] == [
        (2, "", "x", "not an object with fields"),
        (3, "t", "{'deep': '2'}", "a list or an object where a text is expected"),
        (4, "", "None", "not an object with fields"),
    ]


def test_a_path_that_is_none_is_named() -> None:
    for text in ("$.a[", "a..b", "$.a[?(@.b)]"):
        with pytest.raises(ValueError, match="is no path such as"):
            parse_path(text)


def test_an_unknown_layout_is_refused_with_its_members_and_a_user_s_own_description_reads_it(
    installation: Installation,
) -> None:
    text = '{"version": "2.1", "contacts": [{"organisation": {"name": "Invented Forum"}, "steps": ['
    file = installation.write("steps.json", text + '{"at": "2023-05-01", "what": "replied"}]}]}')
    assert installation.refuse(file) == (
        "steps.json: no known format has the members version, contacts. "
        "Name one with --format, or describe yours in a TOML file under sources/ (docs/sources.md)."
    )
    described = (Path(__file__).parents[3] / "docs" / "sources.md").read_text().split("```toml\n")[2].split("```")[0]
    own = installation.root / "sources" / "our_mailer.toml"
    own.parent.mkdir()
    own.write_text(described)
    (entry,) = installation.load(file)["files"]
    assert (entry["format"], entry["accepted"]) == ("our_mailer", 1)
    assert installation.ask("select stage, cast(day as varchar) from outreach_daily") == [("replied", "2023-05-01")]


def test_a_wrong_path_in_a_description_names_file_and_key(installation: Installation) -> None:
    own = installation.root / "sources" / "wrong.toml"
    own.parent.mkdir()
    own.write_text('format = "wrong"\nkind = "counts"\ntitle = "x"\nreader = "json"\n[columns]\ntotal = "a[?"\n')
    ended = installation.etl("formats")
    assert ended.status == 2
    assert "wrong.toml: key '': Value error, 'a[?' is no path such as $.list[*], name or ['a name'].inner" in ended.err
