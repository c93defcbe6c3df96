"""The word lists under ``words/``. Institutions and countries exist; people, companies and outlets are invented."""

import csv
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True)
class Place:
    """A country as signers write it. ``weight``: its share among 10,000 signatures, uneven against its population."""

    iso2: str
    weight: int
    spellings: tuple[str, ...]
    legal_forms: tuple[str, ...]


@dataclass(frozen=True)
class Institution:
    """A real institution with the spellings that people use for it."""

    country: str
    institution_type: str
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Outlet:
    """An invented newspaper, broadcaster or site; ``country`` is empty for an agency that serves all."""

    outlet: str
    domain: str
    country: str
    language: str
    outlet_type: str


def places() -> list[Place]:
    """The member states and a few countries beside them."""
    return [
        Place(row["iso2"], int(row["weight"]), _texts(row["spellings"]), _texts(row["legal_forms"]))
        for row in _rows("places.csv")
    ]


def institutions() -> list[Institution]:
    """At least one institution for every place."""
    return [
        Institution(row["country"], row["institution_type"], _texts(row["spellings"]))
        for row in _rows("institutions.csv")
    ]


def outlets() -> list[Outlet]:
    """Outlets in many languages, each under its own ``.example`` domain."""
    return [Outlet(**row) for row in _rows("outlets.csv")]


def headlines() -> dict[str, list[str]]:
    """Headlines about the campaign by ISO 639 language; every outlet's language has one."""
    by_language: dict[str, list[str]] = {}
    for row in _rows("headlines.csv"):
        by_language.setdefault(row["language"], []).append(row["headline"])
    return by_language


def vocabulary() -> dict[str, tuple[str, ...]]:
    """What names are put together from (opening, middle, given_ending, family_ending), and roles without a place."""
    return {row["part"]: _texts(row["texts"]) for row in _rows("vocabulary.csv")}


def _texts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|"))


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
