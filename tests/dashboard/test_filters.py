"""The address is the state: what is read from it, what is left out, and that it can be written again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.catalogue import Campaign, Catalogue, Country, InstitutionType
from dashboard.filters import Filters

KNOWN = Catalogue(
    (
        Campaign("open-letter", "An open letter", date(2026, 3, 2), None, "Europe/Brussels", False, 24),
        Campaign("other-letter", "Another letter", date(2025, 3, 2), None, "Europe/Brussels", False, 24),
    ),
    (Country("DE", "Germany", True), Country("MT", "Malta", True), Country("NO", "Norway", False)),
    (InstitutionType("university", "University"), InstitutionType("company", "Company")),
)
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))


def read(search: str) -> tuple[Filters, tuple[str, ...]]:
    return Filters.from_address(search, KNOWN)


@given(
    campaign=st.sampled_from(["open-letter", "other-letter"]),
    days=st.tuples(DAYS, DAYS).map(lambda pair: sorted(pair) if None not in pair else pair),
    countries=st.sets(st.sampled_from(["DE", "MT", "NO", "EU"])),
    types=st.sets(st.sampled_from(["university", "company"])),
    as_of=DAYS,
    measure=st.sampled_from(["per_million", "signatures", "share"]),
    denominator=st.sampled_from(["population", "ep_seats", "network_sites", "institutions"]),
    by=st.sampled_from(["first", "each", "fractions"]),
)
def test_an_address_gives_back_the_filters_it_was_written_from(
    campaign: str,
    days: tuple[date | None, date | None],
    countries: set[str],
    types: set[str],
    as_of: date | None,
    measure: str,
    denominator: str,
    by: str,
) -> None:
    filters = Filters(
        campaign,
        *days,
        tuple(sorted(countries)),
        tuple(sorted(types)),
        as_of,
        measure,
        denominator,  # type: ignore[arg-type]  # drawn from the literals
        by=by,  # type: ignore[arg-type]  # as above
    )
    assert read(filters.to_address()) == (filters, ())


@given(st.text())
def test_whatever_stands_in_an_address_gives_filters_that_can_be_written(search: str) -> None:
    filters, _ = read(search)
    assert read(filters.to_address()) == (filters, ())


def test_keys_that_mean_nothing_here_are_ignored() -> None:
    assert read("?utm_source=mail&countries=DE") == (Filters("open-letter", countries=("DE",)), ())


@pytest.mark.parametrize(
    ("search", "notice"),
    [
        ("?campaign=gone", "There is no campaign “gone”."),
        ("?from=2026-02-30", "“2026-02-30” is not a day; a day is written 2023-05-03."),
        ("?from=2026-04-02&to=2026-04-01", "The period ends before it begins."),
        ("?countries=XX", "There is no country “XX”."),
        ("?types=castle", "There is no institution type “castle”."),
        ("?measure=weight", "There is no “weight”; choose one of per_million, signatures, share."),
    ],
)
def test_a_wrong_value_is_left_out_with_a_notice(search: str, notice: str) -> None:
    assert read(search) == (Filters("open-letter"), (notice,))


def test_one_wrong_country_does_not_take_the_right_ones_along() -> None:
    assert read("?countries=MT,XX,EU")[0].countries == ("EU", "MT")


def test_as_of_ends_the_days_unless_they_end_before() -> None:
    assert read("?to=2026-04-20&as_of=2026-04-10")[0].to_parameters(KNOWN)["to_day"] == date(2026, 4, 10)
    assert read("?to=2026-04-05&as_of=2026-04-10")[0].to_parameters(KNOWN)["to_day"] == date(2026, 4, 5)


def test_nothing_chosen_is_no_filter() -> None:
    parameters = read("")[0].to_parameters(KNOWN)
    assert (parameters["countries"], parameters["institution_types"]) == (None, None)


def test_the_group_word_stands_for_its_countries() -> None:
    assert read("?countries=EU,NO")[0].to_parameters(KNOWN)["countries"] == ["DE", "MT", "NO"]


def test_filters_read_as_a_sentence() -> None:
    filters, _ = read("?from=2026-04-12&to=2026-05-03&countries=EU,NO&types=university")
    assert filters.sentence(KNOWN) == "12 April – 3 May 2026, member states and Norway, University"
    assert filters.nothing(KNOWN, "signatures") == (
        "No signatures from member states and Norway, 12 April – 3 May 2026, University."
    )


def test_each_piece_of_the_sentence_can_be_taken_off() -> None:
    filters, _ = read("?from=2026-04-12&countries=MT")
    assert [without for _, without in filters.pieces(KNOWN)] == [
        Filters("open-letter", countries=("MT",)),
        Filters("open-letter", from_day=date(2026, 4, 12)),
    ]


def test_choosing_a_country_twice_takes_it_off_and_choosing_another_replaces_it() -> None:
    none = Filters("open-letter")
    malta = none.toggled(country="MT")
    assert malta.countries == ("MT",)
    assert malta.toggled(country="MT") == none
    assert malta.toggled(country="DE").countries == ("DE",)


def test_choosing_a_cell_chooses_country_and_kind_and_takes_both_off() -> None:
    none = Filters("open-letter")
    days = (date(2026, 3, 5), date(2026, 3, 8))
    week = none.toggled(days=days)
    assert (week.from_day, week.to_day) == days
    assert week.toggled(days=days) == none
    cell = none.toggled(country="MT", institution_type="company")
    assert (cell.countries, cell.institution_types) == (("MT",), ("company",))
    assert cell.toggled(country="MT", institution_type="company") == none
