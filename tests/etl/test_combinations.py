"""A person with two affiliations counts once, and is known by both."""

import pytest

from tests.installation import Installation

HEADER = "signed_at,name,email,affiliation,country,signer_kind\n"
SIGNERS = [
    ("RWTH Aachen University and Professor at Universiteit Leiden (Netherlands)", "", "person"),
    ("RWTH Aachen University; Zorbax GmbH, Austria", "", "person"),
    ("RWTH Aachen University; Zorbax GmbH, Germany", "", "person"),
    ("RWTH Aachen University", "", "person"),
    ("RWTH Aachen University; Zorbax GmbH, Austria", "", "organisation"),
    ("RWTH Aachen University, and TU Dresden", "", "person"),
    ("Quux Ltd, Malta; RWTH Aachen University", "Germany", "person"),
]
COMBINED = """
select string_agg(country || ' ' || institution_type, ', ' order by place), any_value(parts), any_value(signatures)
from affiliation_combination join combination_daily using (combination)
group by combination order by all
"""


@pytest.fixture
def loaded(installation: Installation) -> Installation:
    rows = [
        f'2023-05-01,Signer {n},s{n}@invented.example,"{text}",{country},{kind}\n'
        for n, (text, country, kind) in enumerate(SIGNERS)
    ]
    installation.load(installation.write("form.csv", HEADER + "".join(rows)))
    return installation


def test_affiliations_that_differ_in_country_or_kind_are_kept_together(loaded: Installation) -> None:
    assert loaded.ask("select sum(signatures) from signature_daily") == [(7,)]
    assert loaded.ask(COMBINED) == [
        ("DE company, DE university", 2, 1),
        ("DE university, AT company", 2, 1),
        ("DE university, DE company", 2, 1),
        ("DE university, NL university", 2, 1),
    ]


def test_an_answered_text_has_one_affiliation(loaded: Installation) -> None:
    answers = "affiliation,country,institution_type,institution\n" + f'"{SIGNERS[1][0]}",AT,,\n'
    loaded.etl("review", "--import", loaded.write("answers.csv", answers))
    assert ("DE university, AT company", 2, 1) not in loaded.ask(COMBINED)
    assert len(loaded.ask(COMBINED)) == 3
