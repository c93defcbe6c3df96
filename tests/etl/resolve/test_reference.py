"""Reference files: a user's mistake is named, a change is noticed, and the shipped ones are sound."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from etl.errors import Refused
from etl.resolve.affiliation import Resolver
from etl.resolve.institution import Institution
from etl.resolve.institution_type import Keyword
from etl.resolve.reference import Reference
from etl.shipped import shipped


@dataclass(frozen=True)
class Town:
    name: str
    inhabitants: int
    twin: str = ""


def read(path: Path, text: str) -> list[Town]:
    path.write_text(text, encoding="utf-8")
    return Reference(lambda _: path).rows("towns.csv", Town)


def test_rows_are_typed_by_their_columns(tmp_path: Path) -> None:
    rows = read(tmp_path / "towns.csv", "inhabitants,name,unused\n12,Zorbax,x\n")
    assert rows == [Town("Zorbax", 12)]


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"towns.csv: column 'inhabitants' is missing; the header has name\."):
        read(tmp_path / "towns.csv", "name\nZorbax\n")


def test_a_wrong_number_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"towns.csv, line 2, column 'inhabitants': 'many' is no whole number\."):
        read(tmp_path / "towns.csv", "name,inhabitants\nZorbax,many\n")


def test_another_rule_gives_another_fingerprint(resolver: Resolver, tmp_path: Path) -> None:
    own = tmp_path / "institutions.csv"
    own.write_bytes(shipped("reference", "institutions.csv").read_bytes() + b"zorbax,Zorbax Inc,company,FI,\n")
    changed = Resolver(Reference(lambda name: own if name == own.name else shipped("reference", name)))
    assert changed.fingerprint != resolver.fingerprint
    assert changed.resolve(["Zorbax Inc"])[0].country == "FI"


def test_every_curated_institution_is_found_by_its_name_and_in_its_country(
    reference: Reference, resolver: Resolver
) -> None:
    rows = reference.rows("institutions.csv", Institution)
    assert len({row.institution_id for row in rows}) == len(rows) > 1_000
    found = resolver.resolve(row.name for row in rows)
    lost = [
        (row.name, item.institution_id, item.country)
        for row, item in zip(rows, found, strict=True)
        if (item.institution_id, item.country or "") != (row.institution_id, row.country)
    ]
    assert lost == []


def test_every_keyword_has_a_rank_and_is_listed_once(reference: Reference) -> None:
    rows = reference.rows("institution_keywords.csv", Keyword)
    assert {row.match for row in rows} == {"word", "stem", "ending"}
    assert {row.rank for row in rows if row.institution_type} <= {1, 2, 3, 4, 5, 6, 7}
    assert len({(row.word, row.match) for row in rows}) == len(rows)
