"""Addresses, departments, hospitals, ministries and bodies of the Union, as registries and papers write them.

registry_strings.csv: real institutions, each with the country that it is certainly in.
"""

import csv
from pathlib import Path

import pytest

from etl.resolve.affiliation import Resolver

STRINGS = Path(__file__).with_name("registry_strings.csv")


def test_the_country_is_nearly_always_right_and_hardly_ever_wrong(resolver: Resolver) -> None:
    with STRINGS.open(encoding="utf-8", newline="") as file:
        labelled = {row["affiliation"]: row["country"] for row in csv.DictReader(file)}
    answers = {answer.text: answer.country for answer in resolver.resolve(labelled)}
    right = [text for text, country in labelled.items() if answers[text] == country]
    wrong = [(text, answers[text]) for text, country in labelled.items() if answers[text] not in (country, None)]
    assert len(labelled) >= 300
    assert len(right) / len(labelled) >= 0.95
    assert len(wrong) / len(labelled) <= 0.02, wrong


@pytest.mark.parametrize(
    ("text", "country"),
    [
        *(("Zorbax, B-3001", "BE"), ("Zorbax, D-10117", "DE"), ("Zorbax, L-4365", "LU"), ("Zorbax, SE-100 44", "SE")),
        *(("Zorbax, CB2 0QQ", "GB"), ("Zorbax, 02-668", "PL"), ("Zorbax, 1749-016", "PT"), ("Zorbax, MA 02139", "US")),
        *(("Zorbax, 6500 GL Nijmegen", "NL"), ("Zorbax, M5S 2E4", "CA"), ("Zorbax, D02 PN40", "IE")),
        *(("Zorbax, 12345", None), ("ISO 9001 Zorbax", None), ("Zorbax B2B", None), ("Zorbax since 2009-2015", None)),
    ],
)
def test_a_postcode_that_one_country_writes_so_tells_it(resolver: Resolver, text: str, country: str | None) -> None:
    assert resolver.resolve([text])[0].country == country


def test_the_city_at_the_end_of_an_address_beats_a_namesake_before_it(resolver: Resolver) -> None:
    found = resolver.resolve(["Zorbax Hospital La Paz, Madrid", "Zorbax Institute, Campo Grande, 1749-016 Lisboa"])
    assert [item.country for item in found] == ["ES", "PT"]


def test_capitals_beside_a_place_in_another_country_are_somebody_else_s(resolver: Resolver) -> None:
    found = resolver.resolve(["KBC", "KBC Zagreb", "KBC Brussels"])
    assert [item.country for item in found] == ["BE", "HR", "BE"]


@pytest.mark.parametrize(
    ("text", "institution_type", "country"),
    [
        *(
            ("Zorbax SAS, 10 avenue d'Italie, Paris", "company", "FR"),
            ("Zorbax S.L., Calle de Portugal, Madrid", "company", "ES"),
        ),
        *(
            ("Zorbax Ltd, 3 Rome Road, Manchester", "company", "GB"),
            ("Zorbax Oy, 5 Church Road, Finland", "company", "FI"),
        ),
        ("Zorbax-Institut, Universitätsstraße 150, 44801 Bochum", "research_institute", "DE"),
        ("Zorbax SARL, 24 rue de l'Université, 75007 Paris", "company", "FR"),
    ],
)
def test_what_a_street_is_named_after_is_neither_place_nor_institution(
    resolver: Resolver, text: str, institution_type: str, country: str
) -> None:
    found = resolver.resolve([text])[0]
    assert (found.institution_type, found.country, found.others) == (institution_type, country, ())


def test_a_country_in_a_part_of_its_own_beats_one_within_a_town_s_name(resolver: Resolver) -> None:
    assert resolver.resolve(["Zorbax Institute, 38401 Saint-Martin-d'Hères, France"])[0].country == "FR"


def test_the_first_half_of_a_word_with_an_apostrophe_names_nobody(resolver: Resolver) -> None:
    found = resolver.resolve(["Dipartimento dell'Informazione, Università di Zorbax", "Dell"])
    assert [item.institution_type for item in found] == ["university", "company"]


@pytest.mark.parametrize("text", ["Ontwikkelaar", "Journalista", "Dziennikarz", "Softwareentwickler", "Lääkäri"])
def test_a_role_in_any_language_is_no_institution(resolver: Resolver, text: str) -> None:
    found = resolver.resolve([text])[0]
    assert (found.institution_type, found.institution) == ("individual_or_none", None)


def test_a_word_that_only_tells_the_kind_is_no_name(resolver: Resolver) -> None:
    found = resolver.resolve(["Radio", "Bank", "Universität"])
    assert [(item.institution, item.institution_id) for item in found] == [(None, None)] * 3
