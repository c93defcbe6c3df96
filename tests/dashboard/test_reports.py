"""The pack for one network: what it says, in every language, and that it can be made and checked again."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from unittest.mock import patch

import pandas as pd
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from openpyxl import load_workbook

from dashboard.__main__ import main
from dashboard.columns import COLUMNS
from dashboard.reports.language import language, languages
from dashboard.reports.pack import documents
from dashboard.reports.parts import Requested
from dashboard.reports.report import report
from dashboard.snapshot import Published
from tests.dashboard.report_campaign import ID, published
from tests.snapshots import TYPES

REPORTS = Path(__file__).parents[2] / "dashboard" / "reports"
ASKED = Requested("open-letter", "n")


def sentences(folder: Path, asked: Requested = ASKED) -> str:
    made = report(Published(folder, protected=not asked.is_internal), asked)
    return "\n".join(sentence for section in made.sections for sentence in section.sentences)


def command(*arguments: str | Path) -> int:
    """Run ``campaign-dashboard report`` and give its exit status."""
    with patch.object(sys, "argv", ["campaign-dashboard", "report", *map(str, arguments)]):
        try:
            main()
        except SystemExit as end:
            return int(end.code or 0)
    return 0


def test_a_pack_says_what_is_protected_and_an_internal_one_what_is_exact(tmp_path: Path) -> None:
    """30 × 28 + 40 + 7 people, of whom Malta's seven are hidden. Greece has nobody at all."""
    folder = published(tmp_path)
    said = sentences(folder)
    assert "By 1 April 2026 the campaign had been signed by about 880 people, in at least 2 of 4 member states." in said
    assert "groups of fewer than ten people are hidden" in said
    exact = sentences(folder, Requested("open-letter", "n", is_internal=True))
    assert "By 1 April 2026 the campaign had been signed by 887 people, in 3 of 4 member states." in exact
    assert "Among the members of Network n the campaign was signed by 12 people." in exact
    assert "On 4 March 2026 there were as many.\n1 of its 3 sites have" in exact
    assert "In Greece, ask your members in Third to sign" in exact
    made = report(Published(folder), Requested("open-letter", "n", is_internal=True))
    assert made.marks == ("Internal – do not pass on",)


def test_signers_who_are_public_need_no_protection_and_the_pack_says_so(tmp_path: Path) -> None:
    said = sentences(published(tmp_path, signers_are_public=True))
    assert "signed by 887 people" in said
    assert "published by name: its counts need no protection" in said


def test_a_report_is_compared_with_four_weeks_before(tmp_path: Path) -> None:
    """Up to 4 March: three days of 30, and France's 40, all of them shown."""
    assert "That is 750 more than on 4 March 2026." in sentences(published(tmp_path))


def test_the_same_request_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = published(tmp_path)
    for code in languages():
        asked = Requested("open-letter", "n", code)
        first, second = (documents(Published(folder, protected=True), asked) for _ in range(2))
        assert first == second
        assert {"report.html", "summary.md", "metadata.json", "tables.xlsx", "reach-by-country.csv"} <= set(first)
        assert len(first["report.html"]) < 6_000_000


def test_numbers_and_days_are_written_as_readers_of_the_language_do(tmp_path: Path) -> None:
    folder = published(tmp_path)
    assert "Bis zum 1. April 2026 haben etwa 880 Personen in mindestens 2 von 4" in sentences(
        folder, Requested("open-letter", "n", "de")
    )
    assert "Au 1 avril 2026, environ 880 personnes avaient signé" in sentences(
        folder, Requested("open-letter", "n", "fr")
    )
    assert language("de").number(1234567.8) == "1.234.568"
    assert language("fr").percent(0.0412) == "4,1\N{NO-BREAK SPACE}%"
    assert language("de").country("GR", "Greece") == "Griechenland"


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
def test_every_text_of_a_report_stands_in_every_catalogue(code: str) -> None:
    keywords = {"say": None, "later": None, "count": (1, 2)}
    found = extract_from_dir(REPORTS, method_map=[("**.py", "python")], keywords=keywords)
    needed = {text if isinstance(text, str) else text[0] for name, _, text, *_ in found if name != "command.py"}
    needed -= {"verdict"}
    with (REPORTS / "catalogues" / f"{code}.po").open("rb") as file:
        known = {
            (m.id if isinstance(m.id, str) else m.id[0]) for m in read_po(file, locale=code) if m.id and all(m.string)
        }
    assert needed - known == set()
    assert {str(kind["label"]) for kind in TYPES} - known == set()


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
@pytest.mark.parametrize("is_internal", [True, False])
def test_every_heading_of_a_table_is_translated(tmp_path: Path, code: str, is_internal: bool) -> None:
    asked = Requested("open-letter", "n", is_internal=is_internal)
    made = report(Published(published(tmp_path), protected=not is_internal), asked)
    with (REPORTS / "catalogues" / f"{code}.po").open("rb") as file:
        known = {message.id for message in read_po(file, locale=code) if message.string}
    headings = {COLUMNS[str(name)].label for table in made.tables for name in table.rows.columns}
    assert len(headings) > 10
    assert headings - known == set()


def test_csv_and_workbook_hold_the_same_values(tmp_path: Path) -> None:
    parts = documents(Published(published(tmp_path), protected=True), ASKED)
    book = load_workbook(io.BytesIO(parts["tables.xlsx"]))
    names = {name.removesuffix(".csv") for name in parts if name.endswith(".csv")}
    assert {sheet.title for sheet in book} == names | {"about"}
    for name in names:
        as_it_stands = {"keep_default_na": False, "na_values": [""]}
        text = pd.read_csv(io.BytesIO(parts[f"{name}.csv"]), **as_it_stands)
        sheet = pd.read_excel(io.BytesIO(parts["tables.xlsx"]), name, **as_it_stands)
        head, *rows = ([cell.value for cell in row] for row in book[name].iter_rows())
        for again in (sheet, pd.DataFrame(rows, columns=head)):
            pd.testing.assert_frame_equal(text, again, check_dtype=False, rtol=1e-15)


def test_without_a_browser_a_pack_is_whole_but_for_pictures_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    published(tmp_path / "data" / "published")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    assert command("--data-dir", tmp_path / "data", "--out", tmp_path / "packs") == 0
    assert "No Chromium was found: the pack has no PDF and no images." in capsys.readouterr().out
    assert (tmp_path / "packs" / "open-letter-n-2026-04-01-en" / "report.html").is_file()


def test_tables_can_be_read_again_and_run_nothing(tmp_path: Path) -> None:
    parts = documents(Published(published(tmp_path), protected=True), ASKED)
    rows = pd.read_csv(io.BytesIO(parts["reach-by-country.csv"]))
    assert parts["reach-by-kind.csv"].decode("utf-8-sig").splitlines()[1].endswith(",880")
    assert list(zip(rows["Country"], rows["Signatures"].astype(object), strict=True))[:2] == [
        ("Germany", 840),
        ("France", 40),
    ]
    assert rows[["Signatures", "Share", "Per million"]].iloc[2:].isna().all(axis=None)  # hidden, like Malta's seven
    book = load_workbook(io.BytesIO(parts["tables.xlsx"]))
    sheet = [[cell.value for cell in row] for row in book["reach-by-country"].iter_rows()]
    assert [row[:2] for row in sheet] == [
        ["Country", "Signatures"],
        ["Germany", 840],
        ["France", 40],
        ["Greece", None],
        ["Malta", None],
    ]
    assert not any(cell.data_type == "f" for page in book for row in page.iter_rows() for cell in row)
    cells = [
        cell
        for name in parts
        if name.endswith(".csv")
        for row in csv.reader(io.StringIO(parts[name].decode("utf-8-sig")))
        for cell in row
    ]
    assert not any(re.match(r"[=+@\t\r]", cell) for cell in cells)
    assert "'=2+2, First site" in cells


def test_what_files_say_is_no_markup(tmp_path: Path) -> None:
    parts = documents(Published(published(tmp_path), protected=True), ASKED)
    page, summary = parts["report.html"].decode(), parts["summary.md"].decode()
    assert "&lt;b&gt;An open letter" in page
    assert "<b>An open" not in page + summary
    assert "5 March 2026: &lt;/script&gt;" in page


def test_every_column_of_a_report_has_a_heading(tmp_path: Path) -> None:
    made = report(Published(published(tmp_path), protected=True), ASKED)
    assert {str(name) for table in made.tables for name in table.rows.columns} - set(COLUMNS) == set()


def test_verifying_finds_a_changed_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published(tmp_path / "data" / "published")
    where = ("--data-dir", tmp_path / "data", "--out", tmp_path / "packs", "--no-pictures")
    assert command(*where) == 0
    pack = tmp_path / "packs" / "open-letter-n-2026-04-01-en"
    for whole in (pack, pack.with_suffix(".zip")):
        assert command("--data-dir", tmp_path / "data", "--verify", whole) == 0
    table = pack / "reach-by-country.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace("Germany,840", "Germany,845"), encoding="utf-8", newline=""
    )
    (pack / "summary.md").write_text((pack / "summary.md").read_text().replace("880", "890"))
    capsys.readouterr()
    assert command("--data-dir", tmp_path / "data", "--verify", pack) == 2
    told = capsys.readouterr().out
    assert "reach-by-country.csv, row 2, Signatures: “845” in the pack, “840” in the snapshot." in told
    assert "summary.md, line 7: " in told
    assert "The pack does not agree with its snapshot." in told


def test_one_network_that_fails_does_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published(tmp_path / "data" / "published")
    networks = ("--network", "n", "--network", "nobody", "--network", "m")
    ended = command("--data-dir", tmp_path / "data", "--out", tmp_path, "--no-pictures", *networks)
    said = capsys.readouterr()
    assert ended == 2
    assert [line.partition(":")[0] for line in said.out.splitlines()] == ["n", "m"]
    assert said.err.strip() == "nobody: There is no network 'nobody'; choose one with --network, of m, n."


def test_a_pack_that_is_none_and_a_language_without_catalogue_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published(tmp_path / "data" / "published")
    (tmp_path / "empty.zip").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("metadata.json", json.dumps({"about": {}}))
    for name, sentence in (
        ("empty.zip", "is neither a folder nor a zip"),
        ("other.zip", "metadata.json cannot be read"),
    ):
        assert command("--data-dir", tmp_path / "data", "--verify", tmp_path / name) == 2
        assert sentence in capsys.readouterr().err
    command("--data-dir", tmp_path / "data", "--out", tmp_path, "--language", "tlh", "--no-pictures")
    assert "There is no language 'tlh': choose one with --language, of de, en, fr." in capsys.readouterr().err


def test_of_protected_counts_no_site_is_said_to_have_nobody(tmp_path: Path) -> None:
    folder = published(tmp_path)
    parts = documents(Published(folder, protected=True), ASKED)
    assert "Sites without one" not in parts["report.html"].decode()
    others = pd.read_csv(io.BytesIO(parts["members-by-country.csv"]))["Other sites"]
    assert others.tolist() == [
        "'=2+2, First site",
        "Third",
    ]


def test_the_last_pack_of_a_network_is_what_the_next_one_is_compared_with(tmp_path: Path) -> None:
    """Up to 10 March: nine days of 30, and France's 40. An internal pack is not compared with a protected one."""
    published(tmp_path / "data" / "published")
    where = ("--data-dir", tmp_path / "data", "--out", tmp_path / "packs", "--no-pictures")
    assert command(*where, "--as-of", "2026-03-10") == 0
    assert command(*where, "--language", "en") == 0
    pack = tmp_path / "packs" / "open-letter-n-2026-04-01-en"
    told = "That is 570 more than in the last report, which ended on 10 March 2026."
    assert told in (pack / "summary.md").read_text(encoding="utf-8")
    assert command("--data-dir", tmp_path / "data", "--verify", pack) == 0
    assert command(*where, "--internal") == 0
    internal = (pack.with_name(f"{pack.name}-internal") / "summary.md").read_text(encoding="utf-8")
    assert "more than on 4 March 2026" in internal


def test_a_last_pack_whose_snapshot_is_gone_leaves_its_day(tmp_path: Path) -> None:
    published(tmp_path / "data" / "published")
    where = ("--data-dir", tmp_path / "data", "--out", tmp_path / "packs", "--no-pictures")
    assert command(*where, "--as-of", "2026-03-10") == 0
    earlier = tmp_path / "packs" / "open-letter-n-2026-03-10-en" / "metadata.json"
    earlier.write_text(earlier.read_text(encoding="utf-8").replace(ID, "20200101T000000Z-00000000"), encoding="utf-8")
    assert command(*where) == 0
    summary = tmp_path / "packs" / "open-letter-n-2026-04-01-en" / "summary.md"
    assert "in the last report, which ended on 10 March 2026" in summary.read_text(encoding="utf-8")


def test_two_builds_on_other_clocks_and_in_other_zones_are_byte_for_byte_the_same(tmp_path: Path) -> None:
    published(tmp_path / "data" / "published")
    archives = []
    for seed, zone in (("1", "Europe/Brussels"), ("2", "Pacific/Auckland")):
        out = tmp_path / seed
        words = ["report", "--data-dir", tmp_path / "data", "--out", out, "--no-pictures"]
        surroundings = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        subprocess.run([sys.executable, "-m", "dashboard", *map(str, words)], env=surroundings, check=True)
        (archive,) = out.glob("*.zip")
        archives.append(archive.read_bytes())
    assert archives[0] == archives[1]
    with zipfile.ZipFile(io.BytesIO(archives[0])) as whole:
        assert {"report.html", "summary.md", "reach-by-country.csv", "tables.xlsx"} <= set(whole.namelist())
