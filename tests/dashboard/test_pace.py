"""Gaining or losing pace: weeks worked out by hand, and what is too little to say anything."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from dashboard.analysis.pace import Pace, daily_series, pace, without_long_silence

FIRST = date(2026, 3, 2)  # a Monday
LAST = date(2026, 3, 15)  # the Sunday of the week after


def series(counts: list[int], covering: tuple[int, ...] = ()) -> pd.DataFrame:
    """Days from FIRST on; a day with 0 has no row in what was counted."""
    days = pd.date_range(FIRST, periods=len(counts), unit="us")
    counted = pd.DataFrame(
        {"day": days, "signatures": counts, "covers_many_days": [n in covering for n in range(len(counts))]}
    )
    return daily_series(counted[counted["signatures"] != 0], FIRST, days[-1].date(), days[-1].date())


def compared(counts: list[int], covering: tuple[int, ...] = ()) -> Pace:
    return pace(series(counts, covering), FIRST, LAST)


def test_days_without_a_signature_are_days_with_none() -> None:
    rows = series([2, 0, 3])
    assert rows["signatures"].tolist() == [2, 0, 3]
    assert rows["cumulative"].tolist() == [2, 2, 5]


def test_a_day_that_is_not_over_is_not_finished() -> None:
    counted = pd.DataFrame({"day": pd.to_datetime(["2026-03-03"]), "signatures": [5], "covers_many_days": [False]})
    rows = daily_series(counted, FIRST, date(2026, 3, 3), last_finished=FIRST)
    assert rows["finished"].tolist() == [True, False]


def test_a_number_that_covers_days_is_no_pace_and_neither_are_the_days_it_covers() -> None:
    assert series([2, 0, 0, 9, 4], covering=(3,))["is_pace"].tolist() == [True, False, False, False, True]


def test_the_mean_needs_seven_finished_days() -> None:
    means = series([7, 14, 7, 14, 7, 14, 7, 14])["mean_of_7_days"]
    assert means.isna().tolist() == [True] * 6 + [False] * 2
    assert means.iloc[-2:].tolist() == [10, 11]


def test_half_as_many_is_slowing_with_an_interval_around_it() -> None:
    found = compared([100] * 7 + [50] * 7)
    assert (found.verdict, found.previous, found.recent, found.per_day, found.change) == ("slowing", 700, 350, 50, -0.5)
    # Clopper-Pearson for 350 of 1,050, as a ratio: shares 0.3048 and 0.3628 of R's binom.test(350, 1050)
    assert found.change_low == pytest.approx(0.3048 / 0.6952 - 1, abs=0.001)
    assert found.change_high == pytest.approx(0.3628 / 0.6372 - 1, abs=0.001)


def test_twice_as_many_is_accelerating() -> None:
    assert compared([50] * 7 + [100] * 7).verdict == "accelerating"


def test_a_difference_within_chance_is_steady() -> None:
    found = compared([10] * 7 + [9] * 7)
    assert found.verdict == "steady"
    assert found.change_low is not None
    assert found.change_high is not None
    assert found.change_low < 0 < found.change_high


def test_bursts_widen_the_interval_and_quiet_sundays_do_not() -> None:
    even = compared([100] * 7 + [70] * 7)
    sundays = compared([100, 100, 100, 100, 100, 100, 10, 70, 70, 70, 70, 70, 70, 7])
    bursts = compared([100, 10, 400, 10, 100, 70, 10, 10, 300, 10, 10, 10, 100, 50])
    assert width(sundays) == pytest.approx(width(even), rel=0.2)
    assert width(bursts) > 3 * width(even)


def test_a_steady_campaign_with_bursts_and_quiet_weekends_is_seldom_said_to_change() -> None:
    random = np.random.default_rng(5)
    mean = np.tile([60, 60, 55, 50, 50, 30, 25], 2)
    told = [compared(random.poisson(random.gamma(8, mean / 8)).tolist()).verdict for _ in range(200)]
    assert sum(verdict in ("accelerating", "slowing") for verdict in told) <= 0.09 * len(told)


def test_the_pace_has_an_interval() -> None:
    found = compared([10] * 14)
    # Garwood for 70: 54.57 and 88.44, over seven days
    assert (found.per_day_low, found.per_day, found.per_day_high) == pytest.approx((7.796, 10, 12.634), abs=0.001)


def test_bursts_that_leave_everything_open_are_too_early_to_call() -> None:
    assert compared([5, 200, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 100, 5]).verdict == "too_early"


def width(found: Pace) -> float:
    assert found.change_low is not None
    assert found.change_high is not None
    return found.change_high - found.change_low


@pytest.mark.parametrize(
    ("counts", "verdict"),
    [
        ([1] * 14, "too_early"),  # 14 signatures are too few
        ([0] * 14, "too_early"),
        ([29] + [0] * 13, "slowing"),
        ([50] * 7 + [-3] * 7, "too_early"),  # a published total fell
    ],
)
def test_little_is_said_of_little(counts: list[int], verdict: str) -> None:
    assert compared(counts).verdict == verdict


def test_a_campaign_younger_than_two_weeks_is_too_early() -> None:
    rows = series([50] * 14)
    assert pace(rows, FIRST + pd.Timedelta(days=1), LAST).verdict == "too_early"
    assert pace(rows, FIRST, LAST).verdict == "steady"


def test_a_week_of_numbers_that_cover_many_days_has_no_pace() -> None:
    assert compared([50] * 7 + [0, 0, 0, 0, 0, 0, 300], covering=(13,)).verdict == "too_early"


def test_a_campaign_that_is_over_is_shown_up_to_a_fortnight_after_its_end() -> None:
    assert len(without_long_silence(series([29] + [0] * 400))) == 15
    assert len(without_long_silence(series([29, 0, 5]))) == 3
