"""What `etl inspect` writes for a file that nothing recognises: a description to finish."""

import pytest

from etl.formats.source import Source
from etl.toml_model import read_toml
from tests.etl.formats.workbooks import workbook
from tests.installation import Installation

HEADER = "Zeitstempel;Vor- und Nachname;E-Mail;Einrichtung;Land;Schuhgröße\n"
GERMAN = HEADER + "03.05.2023 14:05;Zoë Erfunden;z@x.example;;DE;40\n"


def test_a_finished_description_needs_no_change_where_all_guesses_hold(installation: Installation) -> None:
    file = installation.write("unser formular.csv", GERMAN.encode("cp1252"))
    ended = installation.etl("inspect", file)
    written = file.with_suffix(".toml")
    assert ended.status == 2
    assert f"A first description was written to {written}: finish it" in ended.err
    source = read_toml(written, Source)
    assert (source.reading.encoding, source.reading.delimiter) == ("cp1252", ";")
    assert source.reading.dates == ["%d.%m.%Y %H:%M"]
    assert source.columns == {
        "signed_at": "Zeitstempel", "name": "Vor- und Nachname", "email": "E-Mail", "affiliation": "Einrichtung",
        "country": "Land",
    }  # fmt: skip
    assert source.ignored == ["Schuhgröße"]
    (installation.root / "sources").mkdir(exist_ok=True)
    written.rename(installation.root / "sources" / written.name)
    installation.load(file)
    assert installation.ask("select cast(day as varchar), country from signature_daily") == [("2023-05-03", "DE")]


def test_an_ambiguous_date_is_left_to_the_user(installation: Installation) -> None:
    file = installation.write("form.csv", "Horodateur,Nom\n03/04/2023,Zoé Inventée\n04/04/2023,Léa Inventée\n")
    installation.etl("inspect", file)
    assert "# CHOOSE: 03/04/2023 may be %d/%m/%Y or %m/%d/%Y" in file.with_suffix(".toml").read_text()
    assert read_toml(file.with_suffix(".toml"), Source).reading.dates == ["iso"]


def test_the_headings_of_a_form_are_understood_with_what_is_said_of_them(installation: Installation) -> None:
    header = "Timestamp,Your e-mail address,Full name (first and last),Affiliation / Organisation,Country of residence"
    asked = "Are you an individual or organisation?"
    lines = [f"4/{day}/2023 18:02:11,z@x.example,Zoë Erfunden,,DE,individual" for day in (12, 13, 14, 32)]
    file = installation.write("form.csv", "\n".join([f"{header},{asked}", *lines]) + "\n")
    installation.etl("inspect", file)
    source = read_toml(file.with_suffix(".toml"), Source)
    assert source.columns == {
        "signed_at": "Timestamp", "name": "Full name (first and last)", "email": "Your e-mail address",
        "affiliation": "Affiliation / Organisation", "country": "Country of residence",
    }  # fmt: skip
    assert source.ignored == [asked]
    assert source.reading.dates == ["%m/%d/%Y %H:%M:%S"]
    assert "# 3 of 4 dates looked at are written so" in file.with_suffix(".toml").read_text()


@pytest.mark.parametrize(
    ("header", "kind", "fields"),
    [
        (
            "Organisation,Contact person,Email,Type,Date contacted,Status,Next follow-up",
            "outreach",
            ["occurred_at", "organisation", "name", "email", "institution_type", "stage", "follow_up_on"],
        ),
        ("Datum,Medium,Titel,Link", "media", ["published_at", "outlet", "url", "title"]),
        ("Date,Country,Signatures", "counts", ["observed_at", "country", "total"]),
        ("Date,Matching articles,All articles", "attention", ["observed_at", "mentions", "articles"]),
        ("Date,Name", "signatures", ["signed_at", "name"]),
    ],
)
def test_the_kind_is_the_one_with_most_columns(
    installation: Installation, header: str, kind: str, fields: list[str]
) -> None:
    file = installation.write("form.csv", f"{header}\n{header}\n")
    installation.etl("inspect", file)
    source = read_toml(file.with_suffix(".toml"), Source)
    assert (source.kind, sorted(source.columns)) == (kind, sorted(fields))


def test_the_preamble_of_a_workbook_is_seen(installation: Installation) -> None:
    rows = [
        ["An invented list"],
        [],
        ["Fecha", "Nombre", "País"],
        ["2023-05-03", "Zoe", "ES"],
        ["2023-05-04", "Eva", "ES"],
    ]
    file = installation.write("lista.xlsx", workbook(a=rows))
    installation.etl("inspect", file, "--write", file.parent / "here.toml")
    source = read_toml(file.parent / "here.toml", Source)
    assert source.reading.preamble == 2
    assert source.columns == {"signed_at": "Fecha", "name": "Nombre", "country": "País"}


def test_a_description_that_is_there_is_left_as_it_is(installation: Installation) -> None:
    file = installation.write("form.csv", GERMAN)
    file.with_suffix(".toml").write_text("mine")
    assert "is there already and was left as it is" in installation.etl("inspect", file).err
    assert file.with_suffix(".toml").read_text() == "mine"


@pytest.mark.parametrize("content", ["one column\n1\n", "{}"])
def test_what_is_no_table_gets_no_description(installation: Installation, content: str) -> None:
    file = installation.write("odd.csv", content)
    assert installation.etl("inspect", file).status == 2
    assert not file.with_suffix(".toml").exists()


def test_a_program_that_asks_gets_the_description_and_no_file(installation: Installation) -> None:
    file = installation.write("form.csv", GERMAN)
    said = installation.etl("inspect", file, "--json").json
    assert said["refused"].startswith("form.csv: no known format has the columns")
    assert 'affiliation = "Einrichtung"' in said["description"]
    assert not file.with_suffix(".toml").exists()
    odd = installation.write("odd.csv", "one column\n1\n")
    assert set(installation.etl("inspect", odd, "--json").json) == {"refused"}


def test_a_description_is_checked_and_kept_under_the_name_of_its_format(installation: Installation) -> None:
    file = installation.write("form.csv", GERMAN)
    installation.etl("inspect", file)
    written = file.with_suffix(".toml").rename(file.parent / "mine.toml")
    assert "form  " in installation.etl("formats", "--add", written).out
    kept = installation.root / "sources" / "form.toml"
    assert kept.read_text() == written.read_text()
    again = installation.etl("formats", "--add", written)
    assert (again.status, "--replace puts the new description in its place" in again.err) == (2, True)
    written.write_text(written.read_text().replace('title = "form"', 'title = "Our form"'))
    assert "Our form" in installation.etl("formats", "--add", written, "--replace").out


@pytest.mark.parametrize(
    ("line", "instead", "sentence"),
    [
        ('kind = "signatures"', 'kind = "shoes"', "key 'kind': Input should be 'signatures'"),
        ('kind = "signatures"', "kind = ", "not valid TOML"),
        ('format = "form"', 'format = "signatures_csv"', "'signatures_csv' is the name of another format"),
        ('format = "form"', 'format = "../form"', "'../form' is no name"),
    ],
)
def test_a_description_that_is_wrong_is_not_kept(
    installation: Installation, line: str, instead: str, sentence: str
) -> None:
    file = installation.write("form.csv", GERMAN)
    installation.etl("inspect", file)
    written = file.with_suffix(".toml")
    written.write_text(written.read_text().replace(line, instead))
    ended = installation.etl("formats", "--add", written, "--replace")
    assert ended.status == 2
    assert sentence in ended.err
    assert not (installation.root / "sources").exists()
