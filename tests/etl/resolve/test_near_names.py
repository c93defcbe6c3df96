"""A name with a slip is taken for a known institution's, but only in its country and among its kind."""

import pytest

from etl.resolve.affiliation import Resolver


@pytest.mark.parametrize(
    ("text", "institution_id"),
    [
        ("University of Bielefald, Germany", "uni-bielefeld"),  # a wrong letter
        ("Maastrich University, Netherlands", "maastricht"),  # a missing one
        ("Technical University of Dressden, Germany", "tu-dresden"),  # one too many
        ("Univerzity of Ljubljnaa, Slovenia", "unilj"),  # two swapped
        ("Carnegie Melon University, USA", "cmu"),  # a shorter word between others
    ],
)
def test_a_slip_in_one_word_is_put_right_where_the_country_agrees(
    resolver: Resolver, text: str, institution_id: str
) -> None:
    assert resolver.resolve([text])[0].institution_id == institution_id


@pytest.mark.parametrize(
    "text",
    [
        "University of Bielefald",  # no country
        "University of Bielefald, Zambia",  # another one
        "Bielefald Institute, Germany",  # another kind
        "University of Warburg, Germany",  # Marburg is another place, and Warburg is one
        "Winchester University, UK",  # two letters from Manchester
    ],
)
def test_without_a_second_witness_it_stays_a_name_of_its_own(resolver: Resolver, text: str) -> None:
    assert resolver.resolve([text])[0].type_from != "institution"


def test_a_kind_alone_is_no_institution_s_name(resolver: Resolver) -> None:
    found = resolver.resolve(["Технически университет – Варна"])[0]
    assert (found.country, found.institution_type, found.type_from) == ("BG", "university", "rule")


def test_an_institute_of_a_society_lies_where_its_address_says(resolver: Resolver) -> None:
    found = resolver.resolve(["Max Planck Institute for Zorbaxes, Nijmegen", "Max Planck Institute for Zorbaxes"])
    assert [item.country for item in found] == ["NL", "DE"]


def test_a_legal_form_counts_before_a_place_too(resolver: Resolver) -> None:
    found = resolver.resolve(["Zorbax d.o.o. Beograd", "Zorbax AG München"])
    assert [(item.country, item.institution_type) for item in found] == [("RS", "company"), ("DE", "company")]


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("Zorbax Institute (ZI)", "Zorbax Institute"),
        ("German AI Association (KI-Bundesverband)", "German AI Association (KI-Bundesverband)"),
        ("Университет „Паисий Зорбакс“", "Университет „Паисий Зорбакс“"),
    ],
)
def test_a_bracket_or_quote_in_a_name_is_closed(resolver: Resolver, text: str, variant: str) -> None:
    assert resolver.resolve([text])[0].variant == variant
