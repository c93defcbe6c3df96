"""The dump of the Research Organization Registry, in both of its schemas, as a gazetteer. All of it is invented."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.installation import Installation


def version_1(number: int, name: str, country: str, kind: str = "Education", **other: object) -> dict[str, Any]:
    return {
        "id": f"https://ror.org/0inv{number}",
        "name": name,
        "types": [kind],
        "country": {"country_code": country},
        "labels": [],
        "aliases": [],
        "acronyms": [],
        "status": "active",
    } | other


def version_2(record: dict[str, Any]) -> dict[str, Any]:
    """The same record in the later schema."""
    names = [
        {"value": record["name"], "types": ["label", "ror_display"]},
        *({"value": label["label"], "types": ["label"]} for label in record["labels"]),
        *({"value": name, "types": ["alias"]} for name in record["aliases"]),
        *({"value": name, "types": ["acronym"]} for name in record["acronyms"]),
    ]
    return {
        "id": record["id"],
        "names": names,
        "types": [kind.lower() for kind in record["types"]],
        "locations": [{"geonames_details": record["country"]}],
        "status": record["status"],
    }


RECORDS = [
    version_1(
        1, "Quuxburg Academy", "EE", labels=[{"label": "Kvuksi Akadeemia"}], aliases=["Old Quux"], acronyms=["QBX"]
    ),
    version_1(2, "Zorbax Memorial", "PT", "Healthcare", acronyms=["ZM"]),
    version_1(3, "Institute of Physics", "MT", "Facility"),
    version_1(4, "Frobnitz Fund", "FI", "Nonprofit"),
    version_1(5, "Frobnitz Fund", "SE", "Nonprofit"),
    version_1(6, "Gone Laboratories", "DK", "Company", status="withdrawn"),
    version_1(7, "Technical University of Munich", "DE", aliases=["Zorbaxian Polytechnic of Bavaria"]),
    version_1(8, "Berlin", "US", "Company", aliases=["Blorp Berlin"]),
]
TEXTS = [
    *(
        "Quuxburg Academy",
        "Kvuksi Akadeemia",
        "QBX",
        "Dr. Invented, Old Quux",
        "Zorbax Memorial",
        "Institute of Physics",
    ),
    *("Frobnitz Fund", "Gone Laboratories", "Zorbaxian Polytechnic of Bavaria", "Berlin"),
]


@pytest.mark.parametrize("schema", [1, 2])
def test_names_of_the_registry_tell_country_and_kind_and_ambiguous_ones_do_not(
    installation: Installation, tmp_path: Path, schema: int
) -> None:
    records = RECORDS if schema == 1 else [version_2(record) for record in RECORDS]
    dump = tmp_path / "ror-data.zip"
    with zipfile.ZipFile(dump, "w") as target:
        target.writestr(f"v{schema}-ror-data.json", json.dumps(records))
    ended = installation.etl("reference", "ror", dump)
    assert ended.status == 0, ended
    assert "4 institutions are known from ror-data.zip" in ended.out
    texts = installation.write("texts.csv", "affiliation\n" + "".join(f'"{text}"\n' for text in TEXTS))
    rows = csv.DictReader(io.StringIO(installation.etl("resolve", texts).out))
    found = {row["affiliation"]: (row["country"], row["institution_type"], row["institution"]) for row in rows}
    quuxburg = ("EE", "university", "Quuxburg Academy")
    assert [found[text] for text in TEXTS[:4]] == [quuxburg] * 4
    assert found["Zorbax Memorial"] == ("PT", "other", "Zorbax Memorial")
    assert found["Zorbaxian Polytechnic of Bavaria"][0::2] == ("DE", "Technical University of Munich")
    assert {text: found[text][0] for text in ("Institute of Physics", "Frobnitz Fund", "Gone Laboratories")} == {
        "Institute of Physics": "",
        "Frobnitz Fund": "",
        "Gone Laboratories": "",
    }
    assert found["Berlin"][0] == "DE"


def test_what_was_loaded_before_is_typed_again_with_the_registry(installation: Installation, tmp_path: Path) -> None:
    header = "signed_at,name,email,affiliation,country,institution_type\n"
    installation.load(installation.write("form.csv", header + "2023-05-01,Ada,ada@invented.example,Old Quux,,\n"))
    dump = tmp_path / "ror-data.json"
    dump.write_text(json.dumps(RECORDS))
    installation.etl("reference", "ror", dump)
    assert installation.ask("select country, institution_type from signature_daily") == [("EE", "university")]
    assert installation.ask("select basis from resolution") == [("registry",), ("registry",)]
    known = installation.ask("select country, institution_type, institutions from registered_institution order by all")
    assert known == [
        ("DE", "university", 1), ("EE", "university", 1), ("PT", "other", 1), ("US", "company", 1),
    ]  # fmt: skip


def test_a_file_that_is_no_dump_is_refused_in_a_sentence(installation: Installation, tmp_path: Path) -> None:
    for content in (b'{"a": 1}', b"name,country\n", b'[{"id": 1}]'):
        (tmp_path / "other.zip").write_bytes(content)
        ended = installation.etl("reference", "ror", tmp_path / "other.zip")
        assert (ended.status, installation.root.joinpath("reference", "ror.csv").exists()) == (2, False)
        assert "other.zip: no dump of the Research Organization Registry; take the zip from ror.org." in ended.err
