"""Who names several affiliations is one person: by the first, whole in each, or in shares that sum to people."""

import random
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.answers.momentum import momentum
from dashboard.answers.overview import overview
from dashboard.answers.reach import reach
from dashboard.answers.under_reached import under_reached
from dashboard.ask import Ask
from tests.dashboard.asking import ask
from tests.dashboard.at_random import COUNTRIES, TYPES
from tests.snapshots import Row, publish, signed

Cell = tuple[str, str]
MEMBERS = {"DE", "FR", "GR", "MT"}


@dataclass(frozen=True)
class Person:
    """An invented one. The cells (country, kind) are in the order in which they are named."""

    day: str
    cells: tuple[Cell, ...]


def invented() -> list[Person]:
    chance = random.Random(5)
    cells = [(country, kind) for country in COUNTRIES for kind in TYPES]
    return [
        Person(f"2026-03-{chance.randint(2, 5):02}", tuple(chance.sample(cells, chance.choice([1, 1, 1, 2, 2, 3, 6]))))
        for _ in range(200)
    ]


PEOPLE = invented()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    numbers = {cells: n for n, cells in enumerate(sorted({p.cells for p in PEOPLE if len(p.cells) > 1}), start=1)}
    parts: list[Row] = [
        {"combination": number, "place": place, "parts": len(cells), "country": country, "institution_type": kind}
        for cells, number in numbers.items()
        for place, (country, kind) in enumerate(cells, start=1)
    ]
    days = Counter((person.day, numbers[person.cells]) for person in PEOPLE if person.cells in numbers)
    return publish(
        tmp_path_factory.mktemp("fractions"),
        signature_daily=[
            *(signed(person.day, 1, *person.cells[0]) for person in PEOPLE),
            signed("2026-03-03", 7, "DE", "company", signer_kind="organisation"),
        ],
        affiliation_combination=parts,
        combination_daily=[
            {"campaign_id": "open-letter", "day": day, "combination": number, "signatures": count}
            for (day, number), count in days.items()
        ],
    ).parent


def by_hand(people: list[Person], countries: set[str], kinds: set[str], by: str) -> Counter[Cell]:
    """What each cell holds, person by person."""
    counted: Counter[Cell] = Counter()
    for person in people:
        cells = person.cells[:1] if by == "first" else person.cells
        for country, kind in cells:
            if country in countries and kind in kinds:
                counted[country, kind] += Fraction(1, len(cells)) if by == "fractions" else 1
    return counted


def sums(asked: Ask, question: str, *names: str) -> dict[object, Fraction]:
    """The signatures of a question by these columns, in sixtieths, which is exact."""
    rows = asked(question)
    keys = list(zip(*(rows[name] for name in names), strict=True)) if len(names) > 1 else list(rows[names[0]])
    found = {key: Fraction(round(60 * n), 60) for key, n in zip(keys, rows["signatures"], strict=True)}
    return {key: n for key, n in found.items() if n}


@settings(max_examples=40)
@given(
    days=st.tuples(st.integers(1, 6), st.integers(1, 6)).map(sorted),
    countries=st.sets(st.sampled_from([*COUNTRIES, "EU"]), max_size=3),
    kinds=st.sets(st.sampled_from(TYPES), max_size=2),
)
def test_shares_sum_to_people_and_each_counts_nobody_twice_under_every_filter(
    published: Path, days: list[int], countries: set[str], kinds: set[str]
) -> None:
    first, last = (f"2026-03-{day:02}" for day in days)
    chosen = (countries - {"EU"}) | (MEMBERS if "EU" in countries else set()) or set(COUNTRIES)
    present = [person for person in PEOPLE if first <= person.day <= last]
    address = {"from": first, "to": last, "countries": ",".join(countries), "types": ",".join(kinds)}
    for by in ("first", "each", "fractions"):
        asked = ask(published, "?" + urlencode(address | {"by": by}))
        cells = by_hand(present, chosen, kinds or set(TYPES), by)
        assert sums(asked, "reach_by_country_and_type", "iso2", "institution_type") == dict(cells)
        shown = reach(asked).summary["signatures"]
        if by == "each":
            inside = [{cell for cell in person.cells if cell in cells} for person in present]
            assert sums(asked, "reach_by_country", "iso2") == Counter(c for of in inside for c in {c for c, _ in of})
            assert sums(asked, "reach_by_type", "institution_type") == Counter(
                k for of in inside for k in {k for _, k in of}
            )
            assert shown == sum(bool(of) for of in inside)
        else:
            assert sum(sums(asked, "reach_by_country", "iso2").values()) == cells.total()
            assert sum(sums(asked, "reach_by_type", "institution_type").values()) == cells.total()
            assert shown == pytest.approx(float(cells.total()))
        if not countries and not kinds:
            assert shown == pytest.approx(len(present))


def test_organisations_are_told_beside_people_and_never_added_to_them(published: Path) -> None:
    for by in ("first", "each", "fractions"):
        summary = reach(ask(published, f"?by={by}")).summary
        assert (summary["signatures"], summary["organisations"]) == (200, 7)
    for answer in (momentum, overview):
        assert answer(ask(published)).summary["signatures"] == 200
    of_members = sum(person.cells[0][0] in MEMBERS for person in PEOPLE)
    assert under_reached(ask(published)).summary["signatures"] == of_members
    assert (ask(published).totals.signatures, ask(published).totals.organisations) == (200, 7)
    rows = ask(published)("organisations")
    assert rows[["name", "label", "signatures"]].to_numpy().tolist() == [["Germany", "Company", 7]]
