"""The same person over several files and ways of writing counts once; two people never do."""

import random
from collections import Counter
from itertools import combinations

import duckdb
import pytest

from tests.etl.people.corruption import CORRUPTIONS, signers
from tests.installation import Installation

HEADER = "signed_at,name,email,affiliation\n"
_PERSONS = """
select list(line) from signature left join same_person using (campaign_id, person_key)
group by campaign_id, coalesce(person, person_key)
"""


def people(installation: Installation) -> list[list[int]]:
    """The lines of each person that the warehouse tells from others."""
    path = installation.root / "warehouse" / (installation.root / "warehouse" / "CURRENT").read_text().strip()
    with duckdb.connect(str(path), read_only=True) as connection:
        return [lines for (lines,) in connection.execute(_PERSONS).fetchall()]


def accepted(installation: Installation, *rows: str) -> int:
    """How many signatures of a form with these rows (name,email,affiliation) count."""
    form = HEADER + "".join(f"2023-05-01,{row}\n" for row in rows)
    return int(installation.load(installation.write("form.csv", form))["files"][0]["accepted"])


def test_pairs_of_the_same_person_are_found_and_no_others(installation: Installation) -> None:
    chance = random.Random(5)
    written = []  # (person, corruption, row)
    for number, signer in enumerate(signers(chance, 1200)):
        kind = chance.choice(list(CORRUPTIONS))
        again = CORRUPTIONS[kind](signer)
        if kind not in ("tagged address", "changed address") and chance.random() < 0.5:
            again = CORRUPTIONS["no address"](again)
        written += [(number, kind, signer.row()), (number, kind, again.row())]
    chance.shuffle(written)
    installation.load(installation.write("form.csv", HEADER + "".join(row for _, _, row in written)))
    person_of = {line: person for line, (person, _, _) in enumerate(written, start=2)}
    kind_of = {person: kind for person, kind, _ in written}
    found = [pair for lines in people(installation) for pair in combinations(lines, 2)]
    right = [person_of[a] for a, b in found if person_of[a] == person_of[b]]
    missed = Counter(kind for person, kind in kind_of.items() if person not in set(right))
    assert len(right) >= 0.99 * len(found), f"{len(found) - len(right)} wrong pairs of {len(found)}"
    assert len(right) >= 0.90 * len(kind_of), f"missed: {missed}"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ada Invented,ada@uni.example,", "A. I.,ada+letter@UNI.example,"),
        ("Ada Invented,ada.invented@gmail.com,", "Ada Invented,adainvented@googlemail.com,"),
        ("Ada Invented,ada@münchen.example,", "Ada Invented,ada@xn--mnchen-3ya.example,"),
        ("Ada Invented,ada@uni.example,", "Ada Invented, ada @uni.example ,"),
        ("Jürgen Müllerin,,TU München", "Prof. Juergen Muellerin,,Technical University of Munich"),
        ("Юрий Измышлен,,University of Vienna", "Yuri Izmyshlen,,Universität Wien"),
        ("Ελένη Φανταστίδου,,University of Vienna", "Eleni Fantastidou,,University of Vienna"),
        ("Bob Invented,,University of Vienna", "INVENTED Robert,,University of Vienna"),
        ("Ada Invented,ada@uni.example,KU Leuven", "A. Invented,,KU Leuven"),
        ("Ada Invented,ada@uni.example,KU Leuven", "Ada Invented,ada@home.example,KU Leuven"),
        ("Ada K. Invented,,KU Leuven", "Ada Invented,ada@home.example,KU Leuven"),
    ],
)
def test_one_person_counts_once(installation: Installation, first: str, second: str) -> None:
    assert accepted(installation, first, second) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ada Invented,,KU Leuven", "Ada Invented,,University of Vienna"),
        ("Ada Invented,ada@uni.example,", "Ada Invented,ada@home.example,"),
        ("Ada Invented,,KU Leuven", "Anna Invented,,KU Leuven"),
        ("Ada Invented,ada@uni.example,KU Leuven", "A. Invented,anna@uni.example,KU Leuven"),
        ("Ada,ada@uni.example,KU Leuven", "Ada,other@uni.example,KU Leuven"),
    ],
)
def test_two_people_count_twice(installation: Installation, first: str, second: str) -> None:
    assert accepted(installation, first, second) == 2


def test_initials_that_fit_two_people_are_neither(installation: Installation) -> None:
    rows = ("Ada Invented,,KU Leuven", "Anna Invented,,KU Leuven", "A. Invented,,KU Leuven")
    assert accepted(installation, *rows) == 3


def test_a_name_that_many_bear_tells_nobody(installation: Installation) -> None:
    addresses = [f"Ada Invented,ada{n}@uni.example,{place}" for n, place in enumerate(["KU Leuven"] * 2 + ["Lund"] * 4)]
    assert accepted(installation, *addresses) == 6


def test_the_order_of_loading_does_not_matter(installation: Installation) -> None:
    rows = [
        "2023-05-03,Ada Invented,ada@uni.example,KU Leuven\n",
        "2023-05-02,Prof. Ada K. Invented,,Katholieke Universiteit Leuven\n",
        "2023-05-01,Ada Invented,ada@home.example,KU Leuven\n",
    ]
    files = [installation.write(f"{number}.csv", HEADER + row) for number, row in enumerate(rows)]
    turned = Installation(installation.root.parent / "turned")
    turned.etl("campaign", "new", "letter", "--title", "An invented letter", "--launched-on", "2023-04-28")
    installation.load(*files)
    for file in reversed(files):
        turned.load(file)
    totals = "select cast(day as varchar), signatures from signature_daily"
    assert installation.ask(totals) == turned.ask(totals) == [("2023-05-01", 1)]
