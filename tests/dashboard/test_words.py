"""Numbers, days and ages as readers write them."""

from datetime import date, timedelta

import pytest

from dashboard.words import age, count_of, listed, percent, rounded, span


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (4.26, "4.26"), (12.345, "12.3"), (112.4, "112"), (12345, "12,300"), (0.00456, "0.00456")],
)
def test_sentences_have_at_most_three_significant_digits(value: float, text: str) -> None:
    assert rounded(value) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0 %"), (0.004, "0.4 %"), (0.18, "18 %"), (1, "100 %"), (12.5, "1,250 %")]
)
def test_small_percentages_keep_a_digit(share: float, text: str) -> None:
    assert percent(share) == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2023, 5, 3), date(2023, 5, 3), "3 May 2023"),
        (date(2023, 5, 1), date(2023, 5, 3), "1 – 3 May 2023"),
        (date(2023, 4, 12), date(2023, 5, 3), "12 April – 3 May 2023"),
        (date(2022, 12, 31), date(2023, 1, 1), "31 December 2022 – 1 January 2023"),
        (date(2023, 5, 1), None, "since 1 May 2023"),
        (None, date(2023, 5, 1), "until 1 May 2023"),
        (None, None, ""),
    ],
)
def test_spans_of_days_repeat_nothing(first: date | None, last: date | None, text: str) -> None:
    assert span(first, last) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "just now"), (1, "1 minute ago"), (90, "1 hour ago"), (47 * 60, "47 hours ago"), (3000, "2 days ago")],
)
def test_ages_are_told_in_the_unit_that_fits(minutes: int, text: str) -> None:
    assert age(timedelta(minutes=minutes)) == text


def test_lists_and_counts_are_grammatical() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert listed(["France", "Netherlands"]) == "France and the Netherlands"
    assert [count_of(n, "story", "stories") for n in (0, 1, 1234)] == ["0 stories", "1 story", "1,234 stories"]
