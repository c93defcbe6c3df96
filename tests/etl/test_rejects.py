"""The quarantine: listed, filtered, mended in a spreadsheet, loaded again, emptied."""

import csv
import json
from pathlib import Path

import pytest

from tests.installation import Installation

HEADER = "signed_at,name,email,affiliation,country\n"
GOOD = "2023-05-01,Ada Invented,ada@uni.example,University of Nowhere,DE\n"
NO_DATE = "soon,Bob Invented,bob@uni.example,=Institute of Nothing,FR\n"
NOBODY = "2023-05-02,,,,IT\n"
RAGGED = "2023-05-02,Cy Invented\n"


def rejected(installation: Installation, *filters: str) -> list[tuple[int, str]]:
    return [(r["line"], r["reason"]) for r in installation.etl("rejects", "--json", *filters).json]


def mended(path: Path, **cells: str) -> str:
    """The exported file after a spreadsheet: every record with these cells, and what else it held."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    lines = [[*rows[0]], *([cells.get(column, text) for column, text in row.items()] for row in rows)]
    return "".join(";".join(f'"{cell}"' for cell in line) + "\r\n" for line in lines)


def test_rejected_records_are_listed_by_file_kind_and_reason(installation: Installation) -> None:
    installation.load(installation.write("form.csv", HEADER + GOOD + NO_DATE + NOBODY))
    installation.load(installation.write("other.csv", HEADER + RAGGED))
    assert rejected(installation, "--file", "form.csv") == [
        (3, "not a date in a declared form"), (4, "neither a name nor an e-mail address"),
    ]  # fmt: skip
    assert rejected(installation, "--reason", "COLUMNS") == [(2, "too few columns")]
    assert rejected(installation, "--kind", "media") == []
    assert len(rejected(installation, "--campaign", "letter", "--format", "signatures_csv")) == 3


def test_a_rejected_record_is_kept_whole(installation: Installation) -> None:
    installation.load(installation.write("form.csv", HEADER + NO_DATE))
    (found,) = installation.etl("rejects", "--json").json
    assert found["record"] == {
        "signed_at": "soon", "name": "Bob Invented", "email": "bob@uni.example",
        "affiliation": "=Institute of Nothing", "country": "FR",
    }  # fmt: skip


def test_a_rejected_record_is_the_same_whichever_way_its_file_is_read(installation: Installation) -> None:
    rows = [
        NO_DATE, GOOD, 'later,"Dee ""D"" Invented",dee@uni.example,"Zürich, Institut",CH\r\n',
        GOOD.replace("Ada", "Eve"), "  ,Fay Invented , fay@uni.example,,\n", NOBODY,
    ]  # fmt: skip
    plain, ragged = HEADER + "".join(rows), HEADER + "".join([*rows, RAGGED])
    installation.load(installation.write("plain.csv", "\ufeff" + plain.rstrip("\n")))
    installation.load(installation.write("ragged.csv", ragged))  # one such row: all of the file is read the exact way
    found = {
        file: [(r["line"], r["column"], r["value"], r["reason"], r["record"])
               for r in installation.etl("rejects", "--json", "--file", file).json]
        for file in ("plain.csv", "ragged.csv")
    }  # fmt: skip
    assert [finding[0] for finding in found["plain.csv"]] == [2, 4, 6, 7]
    assert found["plain.csv"][1][4]["affiliation"] == "Zürich, Institut"
    assert found["plain.csv"][1][4]["name"] == 'Dee "D" Invented'
    assert found["ragged.csv"][:-1] == found["plain.csv"]
    assert found["ragged.csv"][-1][:1] == (8,)


def test_a_rejected_record_may_end_with_an_empty_cell_too_many(installation: Installation) -> None:
    every_row = [row.replace("\n", ",\n") for row in (GOOD, NO_DATE)]
    installation.load(installation.write("form.csv", HEADER + "".join(every_row)))
    assert installation.counts("form.csv") == (2, 1, 0, 1, 0)
    assert rejected(installation) == [(3, "not a date in a declared form")]


def test_lines_are_those_of_a_file_that_several_processors_read(installation: Installation) -> None:
    where = "Department of Invention, " * 8 + "University of Nowhere"
    days = (f"line {line}" if line % 10_000 == 0 else "2023-05-01" for line in range(2, 200_002))
    rows = [f'{day},,signer{number}@uni.example,"{where}",DE,yes\n' for number, day in enumerate(days)]
    installation.load(installation.write("large.csv", HEADER.strip() + ",confirmed\n" + "".join(rows)))
    found = installation.etl("rejects", "--json").json
    assert [(r["line"], r["value"]) for r in found] == [(n, f"line {n}") for n in range(10_000, 200_001, 10_000)]
    assert all(r["record"]["signed_at"] == r["value"] for r in found)


def test_mended_records_are_accepted_and_the_books_still_balance(installation: Installation, tmp_path: Path) -> None:
    installation.load(installation.write("form.csv", HEADER + GOOD + NO_DATE))
    to_mend = tmp_path / "to-mend.csv"
    assert installation.etl("rejects", "--export", to_mend).status == 0
    installation.load(installation.write("mended.csv", mended(to_mend, signed_at="2023-05-03")))
    assert installation.counts("form.csv") == (2, 1, 0, 1, 0)
    assert installation.counts("mended.csv") == (1, 1, 0, 0, 0)
    assert installation.ask("select day::varchar, country from signature_daily order by day") == [
        ("2023-05-01", "DE"), ("2023-05-03", "FR"),
    ]  # fmt: skip


def test_the_file_to_be_mended_runs_no_formula_and_tells_where_a_record_stood(
    installation: Installation, tmp_path: Path
) -> None:
    installation.load(installation.write("form.csv", HEADER + GOOD + NO_DATE + RAGGED))
    to_mend = tmp_path / "to-mend.csv"
    installation.etl("rejects", "--export", to_mend)
    first, second = csv.DictReader(to_mend.read_text(encoding="utf-8-sig").splitlines())
    assert first["affiliation"] == "'=Institute of Nothing"
    assert first["reason"] == "signed_at: not a date in a declared form"
    assert first["rejected_as:signatures_csv"] == "form.csv, line 3"
    assert (second["name"], second["rejected_text"], second["reason"]) == (
        "", "2023-05-02,Cy Invented", "too few columns",
    )  # fmt: skip


def test_records_loaded_again_unmended_are_rejected_again(installation: Installation, tmp_path: Path) -> None:
    installation.load(installation.write("form.csv", HEADER + GOOD + NO_DATE + RAGGED))
    installation.etl("rejects", "--export", tmp_path / "to-mend.csv")
    installation.load(tmp_path / "to-mend.csv")
    assert installation.counts("to-mend.csv") == (2, 0, 0, 2, 0)


def test_records_of_an_own_layout_keep_its_columns_and_its_dates(installation: Installation, tmp_path: Path) -> None:
    sources = installation.root / "sources"
    sources.mkdir()
    (sources / "our_form.toml").write_text(
        'format = "our_form"\nkind = "signatures"\ntitle = "Ours"\nrequired = ["signed_at", "name"]\n'
        '[reading]\ndates = ["%d.%m.%Y"]\ndelimiter = ";"\n[columns]\nsigned_at = "Datum"\nname = "Name"\n'
    )
    installation.load(installation.write("ours.csv", "Datum;Name\n1.5.2023;Ada Invented\nbald;Bob Invented\n"))
    to_mend = tmp_path / "to-mend.csv"
    installation.etl("rejects", "--export", to_mend)
    installation.load(installation.write("mended.csv", mended(to_mend, Datum="2.5.2023")))
    assert installation.ask("select day::varchar from signature_daily order by day") == [
        ("2023-05-01",),
        ("2023-05-02",),
    ]


def test_supporters_of_a_letter_are_mended_in_the_names_of_our_fields(
    installation: Installation, tmp_path: Path
) -> None:
    installation.load(installation.write("letter.md", "- **Ada Invented**: University of Nowhere\n- nobody knows\n"))
    to_mend = tmp_path / "to-mend.csv"
    installation.etl("rejects", "--export", to_mend)
    text = to_mend.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "rejected_text,reason,rejected_as:letter_markdown"
    named = "name,signer_kind," + text.splitlines()[0] + "\nNobody Known,person," + text.splitlines()[1] + "\n"
    installation.load(installation.write("mended.csv", named))
    assert installation.ask("select sum(signatures) from signature_daily") == [(2,)]


def test_a_file_to_be_mended_is_not_written_over(installation: Installation, tmp_path: Path) -> None:
    installation.load(installation.write("form.csv", HEADER + NO_DATE))
    to_mend = tmp_path / "to-mend.csv"
    to_mend.write_text("mended by hand")
    ended = installation.etl("rejects", "--export", to_mend)
    assert (ended.status, to_mend.read_text()) == (2, "mended by hand")
    assert "exists and may hold what you mended; name another file." in ended.err


@pytest.mark.parametrize(
    ("filters", "sentence"),
    [
        (["--file", "nowhere.csv"], "Nothing that fits lies in quarantine; `etl rejects` lists what does."),
        (
            ["--campaign", "letter"],
            "These records have several layouts (mentions_csv, signatures_csv); name one with --format.",
        ),
        ([], "These records belong to several campaigns (letter, petition); name one with --campaign."),
    ],
)
def test_what_cannot_be_written_in_one_layout_is_refused(
    installation: Installation, tmp_path: Path, filters: list[str], sentence: str
) -> None:
    mentions = installation.write("mentions.csv", "published_at,url,title\nsoon,https://a.example/1,Invented\n")
    installation.load(installation.write("form.csv", HEADER + NO_DATE), mentions)
    installation.etl("campaign", "new", "petition", "--title", "An invented petition")
    counts = installation.write("counts.csv", "observed_at,country,total\n2023-05-01,DE,many\n")
    installation.load(counts, "--campaign", "petition")
    ended = installation.etl("rejects", "--export", tmp_path / "to-mend.csv", *filters)
    assert (ended.status, ended.err.strip()) == (2, sentence)


def test_the_quarantine_is_emptied_and_the_counts_by_reason_stay(installation: Installation) -> None:
    installation.load(installation.write("form.csv", HEADER + GOOD + NO_DATE))
    installation.load(installation.write("other.csv", HEADER + RAGGED))
    refused = installation.etl("rejects", "--purge")
    assert refused.status == 2
    assert "There is no terminal to ask on: nothing was changed; say so with --yes." in refused.err
    installation.etl("rejects", "--purge", "--file", "other.csv", "--yes")
    assert rejected(installation) == [(3, "not a date in a declared form")]
    installation.etl("rejects", "--purge", "--yes")
    assert rejected(installation) == []
    assert installation.ask("select sum(rows) from rejection") == [(2,)]


def test_records_of_a_document_are_mended_in_the_names_of_our_fields(
    installation: Installation, tmp_path: Path
) -> None:
    rows = [{"organization": "University of Nowhere", "region": "DE"}, {"organization": "", "region": "FR"}]
    installation.load(installation.write("organisations.yaml", json.dumps(rows)))
    to_mend = tmp_path / "to-mend.csv"
    installation.etl("rejects", "--export", to_mend)
    text = to_mend.read_text(encoding="utf-8-sig").replace("\n,,FR,", "\nInvented,,FR,")
    installation.load(installation.write("mended.csv", text))
    assert installation.ask("select country, sum(signatures) from signature_daily group by 1 order by 1") == [
        ("DE", 1), ("FR", 1),
    ]  # fmt: skip
