"""XLSX: what stands in the cells, as text; the sheet that fits; what a spreadsheet hides."""

from datetime import date, datetime
from pathlib import Path

import pytest

from etl.formats.records import Fault, Row
from etl.formats.workbook import sheet_rows
from tests.etl.formats.workbooks import Rows, with_member, workbook
from tests.installation import Installation

HEADER = ["signed_at", "name", "email", "affiliation", "country"]
ADA = [date(2023, 5, 1), "Ada Invented", "ada@uni.example", "University of Invention", "NA"]


moment = datetime.fromisoformat  # a workbook knows no time zones


def rows_of(tmp_path: Path, content: bytes, sheet: str = "a") -> list[Row | Fault]:
    file = tmp_path / "book.xlsx"
    file.write_bytes(content)
    return list(sheet_rows(file, sheet))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("NA", "NA"), ("NO", "NO"), ("007", "007"), ("1e5", "1e5"), ("Null", "Null"), ("", ""), (" x ", " x "),
        (7, "7"), (1e5, "100000"), (0.1, "0.1"), (-2.50, "-2.5"), (12345678901234, "12345678901234"), (True, "true"),
        (date(2023, 5, 1), "2023-05-01"), (moment("2023-05-01 14:05"), "2023-05-01 14:05:00"),
        (moment("2023-05-01 00:00"), "2023-05-01 00:00:00"), ("two\nlines", "two\nlines"), ("é😀\u202e", "é😀\u202e"),
    ],
)  # fmt: skip
def test_a_cell_is_the_text_that_its_author_typed(tmp_path: Path, cell: object, text: str) -> None:
    (row,) = rows_of(tmp_path, workbook(a=[["mark", cell]]))
    assert isinstance(row, Row)
    assert [*row.cells, ""][1] == text


def test_rows_have_the_numbers_that_the_spreadsheet_shows(tmp_path: Path) -> None:
    found = rows_of(tmp_path, workbook(a=[["x"], [], [None, ""], ["y"]]))
    assert found == [Row(1, ["x"]), Row(4, ["y"])]


def test_a_formula_is_its_stored_value_and_one_without_is_reported(tmp_path: Path) -> None:
    sheet = b"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>LEFT("",1)</f><v></v></c></row>
        <row r="2"><c r="A2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B2"><f>A1*2</f></c></row>
        <row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData></worksheet>"""
    content = with_member(workbook(a=[["x"]]), "xl/worksheets/sheet1.xml", sheet)
    assert rows_of(tmp_path, content) == [
        Row(1, ["2", ""]),
        Fault(2, 1, "B", "=A1*2", "a formula without a stored value"),
        Fault(3, 1, "A", "#DIV/0!", "an error of the spreadsheet"),
    ]


def test_a_sheet_that_understates_its_size_is_read_whole(tmp_path: Path) -> None:
    content = workbook(a=[["x", "y"], ["1", "2"]])
    sheet = b"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1"/>
        <sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>
        </sheetData></worksheet>"""
    found = rows_of(tmp_path, with_member(content, "xl/worksheets/sheet1.xml", sheet))
    assert found == [Row(1, ["1", "2"]), Row(2, ["3"])]


def test_of_several_sheets_the_one_that_fits_is_loaded(installation: Installation) -> None:
    notes: Rows = [["Read me"], ["An invented list"]]
    content = workbook(notes=notes, signers=[HEADER, ADA, [moment("2023-05-02 09:30"), "Bob Invented"]], empty=[])
    installation.load(installation.write("form.xlsx", content))
    assert installation.counts("form.xlsx") == (2, 2, 0, 0, 0)
    assert installation.ask("select cast(day as varchar), country from signature_daily order by all") == [
        ("2023-05-01", "NA"),
        ("2023-05-02", "ZZ"),
    ]


def test_two_sheets_that_fit_are_refused(installation: Installation) -> None:
    file = installation.write("form.xlsx", workbook(may=[HEADER, ADA], june=[HEADER, ADA]))
    assert "its sheets may and june fit alike" in installation.refuse(file)


def test_a_preamble_a_sum_and_an_error_are_reported_with_row_and_column(installation: Installation) -> None:
    rows: Rows = [
        ["An invented list"], [], HEADER, ADA, ["#REF!", "Bob Invented"], ["2023-05-02", "Cem", "", "", "", "beyond"],
        ["03/04/2023", "Dee"], ["Total", 4],
    ]  # fmt: skip
    content = workbook(a=rows)
    installation.load(installation.write("form.xlsx", content))
    assert installation.counts("form.xlsx") == (6, 1, 0, 5, 0)
    found = [(r["line"], r["column"], r["reason"]) for r in installation.etl("rejects", "--json").json]
    assert found == [
        (1, "", "stands above the header (preamble in the source's TOML file says how many lines do)"),
        (5, "signed_at", "an error of the spreadsheet"),
        (6, "", "too many columns"),
        (7, "signed_at", "not a date in a declared form"),
        (8, "", "a sum, not a record"),
    ]


def test_a_date_cell_needs_no_declared_form(installation: Installation) -> None:
    source = installation.root / "sources" / "form.toml"
    source.parent.mkdir(exist_ok=True)
    source.write_text(
        'format = "our_form"\nkind = "signatures"\ntitle = "Our form"\nrequired = ["signed_at", "name"]\n'
        '[reading]\ndates = ["%d.%m.%Y"]\n[columns]\nsigned_at = "Datum"\nname = "Name"\n'
    )
    rows: Rows = [["Datum", "Name"], [date(2023, 5, 3), "Ada Invented"], ["04.05.2023", "Bob Invented"]]
    installation.load(installation.write("form.xlsx", workbook(a=rows)))
    assert installation.ask("select cast(day as varchar) from signature_daily order by all") == [
        ("2023-05-03",),
        ("2023-05-04",),
    ]
