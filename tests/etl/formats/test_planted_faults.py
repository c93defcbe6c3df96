"""Faults planted in files: each is reported with its file, line and column, and nothing else is."""

from tests.etl.formats.workbooks import workbook
from tests.installation import Installation

Found = tuple[int, str, str]  # line, column, beginning of the reason

_SIGNATURES = "signed_at,name,email,affiliation,country,confirmed,signer_kind\n"
_NO_DATE = "not a date in a declared form"
_NOT_DATES = [
    "03/04/2023", "3.4.2023", "2023-13-01", "2023-02-30", "2023-4-5", "20230501", "45047", "yesterday", "0", "NA",
    "Null", "2023-05-01T25:00", "2023-05-01 10:00 CEST", "2023-05-01T10", "1e5", "2023/05/01", "May 3, 2023",
]  # fmt: skip
_NOT_CONFIRMED = ["perhaps", "2", "ja", "NULL", "NA", "-", "yes/no"]


def _dates() -> tuple[str, list[Found]]:
    rows = [f'"{text}",Ada {n},a{n}@x.example,,,,\n' for n, text in enumerate(_NOT_DATES)]
    return _SIGNATURES + "".join(rows), [(n, "signed_at", _NO_DATE) for n in range(2, 2 + len(rows))]


def _words() -> tuple[str, list[Found]]:
    rows = [f"2023-05-01,Bob {n},b{n}@x.example,,,{word},\n" for n, word in enumerate(_NOT_CONFIRMED)]
    rows += [
        "2023-05-01,Bob,bob@x.example,,,,robot\n", ",Bob,bob@x.example,,,,\n", "2023-05-01,,,,,,\n",
        "2023-05-01, ,no address,,,,\n", "1850-05-01,Bob,bob@x.example,,,,\n", "2200-05-01,Bob,bob@x.example,,,,\n",
    ]  # fmt: skip
    found = [(n, "confirmed", "neither yes nor no") for n in range(2, 2 + len(_NOT_CONFIRMED))]
    reasons = [
        ("signer_kind", "neither person nor"), ("signed_at", "no date"), ("name", "neither a name"),
        ("name", "neither a name"), ("signed_at", "a year before"), ("signed_at", "a year before"),
    ]  # fmt: skip
    return _SIGNATURES + "".join(rows), found + [(9 + n, *reason) for n, reason in enumerate(reasons)]


def _shape() -> tuple[str, list[Found]]:
    text = (
        "An invented export,,,\n"  # 1
        "\n"
        "signed_at,name,email,country\n"  # 3
        "2023-05-01,Cem\n"
        "2023-05-01,Cem,c@x.example,DE,more\n"  # 5
        '2023-05-01,"Cem" Invented,c@x.example,DE\n'
        '2023-05-01,"Cem\nInvented",c1@x.example,DE\n'  # 7 and 8: a name on two lines is none
        "2023-05-01,C\0em,c@x.example,DE\n"  # 9
        "\r\n"
        "2023-05-01,Cem,c@x.example\r\n"  # 11
        "signed_at,name,email,country\n"  # 12: the header once more
        "observed_at,total\n"  # 13: another table
        "2023-05-01,17\n"
        "Zeitstempel,Name,E-Mail,Land\n"  # 15: one more
        '2023-05-01,"Dee,d@x.example,DE\n'  # 16: never closed
        "2023-05-01,Eve,e@x.example,DE\n"
        "Total,2,,\n"  # 18
    )
    few, many = "too few columns", "too many columns"
    return text, [
        (1, "", "stands above the header"), (4, "", few), (5, "", many), (6, "", "text after a closing quote"),
        (9, "name", "a NUL character"), (11, "", few), (12, "signed_at", _NO_DATE), (13, "", few), (14, "", few),
        (15, "signed_at", _NO_DATE), (16, "", "a quote is opened and never closed"), (18, "", "a sum, not a record"),
    ]  # fmt: skip


def _own_layout() -> tuple[bytes, list[Found]]:
    text = (
        "Zeitstempel;Vor- und Nachname;Bestätigt\n03.05.2023 14:05;Zoë;ja\n2023-05-03;Zoë;ja\n05/03/2023 14:05;Zoë;ja\n"
        "03.05.2023;Zoë;ja\n;Zoë;ja\n03.05.2023 14:06;Zoë;vielleicht\n03.05.2023 14:07;k. A.;ja\n"
    )
    return text.encode("cp1252"), [
        (3, "Zeitstempel", _NO_DATE), (4, "Zeitstempel", _NO_DATE), (5, "Zeitstempel", _NO_DATE),
        (6, "Zeitstempel", "no date"), (7, "Bestätigt", "neither yes nor no"),
        (8, "Vor- und Nachname", "neither a name"),
    ]  # fmt: skip


_OWN_LAYOUT = """
format = "own"
kind = "signatures"
title = "An invented form"
required = ["signed_at", "name"]
[reading]
encoding = "cp1252"
delimiter = ";"
dates = ["%d.%m.%Y %H:%M"]
missing = ["k. A."]
[columns]
signed_at = "Zeitstempel"
name = "Vor- und Nachname"
confirmed = "Bestätigt"
[values.confirmed]
ja = "yes"
"""


def _sheet() -> tuple[bytes, list[Found]]:
    header = ["signed_at", "name", "email"]
    rows = [
        ["Read me"],
        header,
        ["#N/A", "Fay"],
        ["2023-05-01", "=1+1"],
        ["2023-05-01", "Fay", "", "more"],
        ["soon", "Fay"],
    ]
    return workbook(notes=[["x"]], signers=[*rows, [45047, "Fay"], ["2023-05-01"], ["Summe", 6]]), [
        (1, "", "stands above the header"), (3, "signed_at", "an error of the spreadsheet"),
        (4, "name", "a formula without a stored value"), (5, "", "too many columns"), (6, "signed_at", _NO_DATE),
        (7, "signed_at", _NO_DATE), (8, "name", "neither a name"), (9, "", "a sum, not a record"),
    ]  # fmt: skip


def _mentions() -> tuple[str, list[Found]]:
    rows = (
        "published_at,outlet,url,title,language,country,outlet_type\n2023-05-01,A,javascript:x,T,,,\n2023-05-01,A,,,,,\n"
        "soon,A,https://a.example/1,T,,,\n,A,https://a.example/2,T,,,\n1850-01-01,A,https://a.example/3,T,,,\n"
        "2023-05-01,A,a.example/4,T,,,\n"
    )
    return rows, [
        (2, "url", "not a web address"), (3, "url", "neither an address nor"), (4, "published_at", _NO_DATE),
        (5, "published_at", "no date"), (6, "published_at", "a year before"), (7, "url", "not a web address"),
    ]  # fmt: skip


def _contacts() -> tuple[str, list[Found]]:
    rows = (
        "occurred_at,organisation,stage,follow_up_on\n2023-05-01,A,won,\n2023-05-01,A,,\n2023-05-01,,replied,\n"
        "soon,A,replied,\n,A,replied,\n2023-05-01,A,replied,soon\n1850-01-01,A,replied,\n"
    )
    return rows, [
        (2, "stage", "not a stage"), (3, "stage", "not a stage"), (4, "organisation", "no organisation"),
        (5, "occurred_at", _NO_DATE), (6, "occurred_at", "no date"), (7, "follow_up_on", _NO_DATE),
        (8, "occurred_at", "a year before"),
    ]  # fmt: skip


def test_each_planted_fault_is_reported_where_it_stands(installation: Installation) -> None:
    sources = installation.root / "sources"
    sources.mkdir(exist_ok=True)
    (sources / "own.toml").write_text(_OWN_LAYOUT)
    planted = {
        "dates.csv": _dates(), "words.csv": _words(), "shape.csv": _shape(), "own.csv": _own_layout(),
        "sheet.xlsx": _sheet(), "mentions.csv": _mentions(), "contacts.csv": _contacts(),
    }  # fmt: skip
    files = installation.load(*(installation.write(name, content) for name, (content, _) in planted.items()))["files"]
    expected = {(file, line, column): reason for file, (_, found) in planted.items() for line, column, reason in found}
    assert len(expected) >= 60
    found = {(r["file"], r["line"], r["column"]): r["reason"] for r in installation.etl("rejects", "--json").json}
    assert found.keys() == expected.keys()
    assert [place for place in expected if not found[place].startswith(expected[place])] == []
    for file in files:
        assert file["rejected"] == len(planted[file["file"]][1])
        assert file["rows_in"] == file["accepted"] + file["duplicate"] + file["rejected"] + file["pending"]
