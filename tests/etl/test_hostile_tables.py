"""Whatever stands in a table: the books balance, and every text comes back as it was or is reported."""

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.formats.apostrophe import as_meant, harmless
from tests.installation import Installation

HEADER = "signed_at,name,email,affiliation,country,institution_type,channel,confirmed,signer_kind\n"

# Texts that have broken other programs, by what is naughty about them.
NAUGHTY = json.loads(Path(__file__).with_name("naughty_texts.json").read_text())
TEXTS = sorted({text for several in NAUGHTY.values() for text in several})


def written(texts: list[str]) -> str:
    """A file with each of the texts as an affiliation, made safe for spreadsheets."""
    out = io.StringIO()
    rows = [["2023-05-01", f"Ada {n}", f"a{n}@x.example", harmless(text), *[""] * 5] for n, text in enumerate(texts)]
    csv.writer(out, lineterminator="\n").writerows(rows)
    return HEADER + out.getvalue()


def balanced(file: dict[str, int]) -> bool:
    return file["rows_in"] == file["accepted"] + file["duplicate"] + file["rejected"] + file["pending"]


def test_every_naughty_text_is_kept_as_it_was(installation: Installation) -> None:
    installation.load(installation.write("naughty.csv", written(TEXTS)))
    assert installation.counts("naughty.csv") == (len(TEXTS), len(TEXTS), 0, 0, 0)
    warehouse = (installation.root / "warehouse" / "CURRENT").read_text().strip()
    with duckdb.connect(str(installation.root / "warehouse" / warehouse), read_only=True) as connection:
        kept = {text for (text,) in connection.execute("select affiliation from signature").fetchall()}
    assert {text.strip(" \t\r\n\u00a0") for text in TEXTS} - kept == set()


@pytest.mark.parametrize("column", HEADER.strip().split(","))
def test_a_naughty_text_in_any_column_is_counted_or_reported(installation: Installation, column: str) -> None:
    out = io.StringIO()
    plain = {"signed_at": "2023-05-01", "affiliation": "", "country": "DE", "confirmed": "yes", "signer_kind": "person"}
    writer = csv.DictWriter(out, HEADER.strip().split(","), lineterminator="\n", restval="")
    writer.writeheader()
    for number, text in enumerate(TEXTS):
        writer.writerow({**plain, "name": f"Ada {number}", "email": f"a{number}@x.example", column: harmless(text)})
    (file,) = installation.load(installation.write("naughty.csv", out.getvalue()))["files"]
    assert (file["rows_in"], balanced(file)) == (len(TEXTS), True)
    found = {r["value"] for r in installation.etl("rejects", "--json").json}
    assert len(found) <= len(TEXTS)
    if column == "signed_at":
        assert set(TEXTS) - found == {"2023-05-01"}


@pytest.mark.parametrize("text", TEXTS)
def test_the_apostrophe_is_taken_off_again(text: str) -> None:
    assert as_meant(harmless(text)) == text


@settings(max_examples=250)
@given(st.text(st.sampled_from("'=+-@\t\r1a"), max_size=6))
def test_the_apostrophe_is_taken_off_again_from_any_text(text: str) -> None:
    assert as_meant(harmless(text)) == text


scraps = ["", "2023-05-01", "yes", "no", "a@x.example", "Ada", '"', '""', "\0", ",", "'=1", "\r", "é"]
cells = st.one_of(st.sampled_from(scraps), st.text(max_size=5))
tables = st.lists(st.lists(cells, min_size=7, max_size=10), max_size=6)


def test_the_books_balance_for_any_table(installation: Installation) -> None:
    written_files: list[Path] = []

    @settings(max_examples=60, database=None)
    @given(tables, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    def write(rows: list[list[str]], line_end: str, encoding: str) -> None:
        text = HEADER.replace("\n", line_end) + "".join(",".join(row) + line_end for row in rows)
        content = text.encode(encoding, errors="replace")
        written_files.append(installation.write(f"{len(written_files)}.csv", content))

    write()
    files = installation.etl("load", *written_files, "--json").json["files"]
    loaded = [file for file in files if file["state"] == "loaded"]
    assert len(loaded) > 20
    assert [file["file"] for file in loaded if not balanced(file)] == []
