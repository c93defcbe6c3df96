"""Parts of a total: exact chances from tables, and what many invented campaigns are told."""

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dashboard.analysis.binomial import at_least, at_most, clopper_pearson
from dashboard.analysis.funnel import funnel
from dashboard.analysis.holm import holm
from dashboard.analysis.shrinkage import shrunk
from dashboard.analysis.spread import differ_beyond_chance
from dashboard.analysis.verdicts import verdicts

STATES = Path(__file__).parents[2] / "data" / "reference" / "member_states.csv"


@pytest.fixture(scope="module")
def share() -> np.ndarray:
    """The 27 member states' shares of the Union's people."""
    with STATES.open(encoding="utf-8") as file:
        people = np.array([float(row["population"]) for row in csv.DictReader(file)])
    return people / people.sum()


def test_chances_of_a_part_are_sums_of_binomial_terms() -> None:
    # ten throws of a coin: 1, 10 and 45 of 1,024 ways to none, one and two heads
    assert at_most([0, 1, 2, 10], 10, 0.5) == pytest.approx([1 / 1024, 11 / 1024, 56 / 1024, 1])
    assert at_least([0, 8, 9, 10], 10, 0.5) == pytest.approx([1, 56 / 1024, 11 / 1024, 1 / 1024])


def test_intervals_of_a_share_are_the_published_ones() -> None:
    # R: binom.test(5, 10)$conf.int is 0.1871 and 0.8129; binom.test(0, 10) is 0 and 0.3085
    low, high = clopper_pearson([5, 0, 10], 10)
    assert low == pytest.approx([0.1871, 0, 0.6915], abs=1e-4)
    assert high == pytest.approx([0.8129, 0.3085, 1], abs=1e-4)


def test_campaigns_are_adjusted_each_by_itself() -> None:
    assert holm([[0.01, 0.04], [0.5, 0.3]]) == pytest.approx(np.array([[0.02, 0.04], [0.6, 0.6]]))


@pytest.mark.parametrize("signatures", [30, 300, 3_000, 100_000])
def test_campaigns_without_a_lagging_state_are_hardly_ever_told_of_one(share: np.ndarray, signatures: int) -> None:
    observed = np.random.default_rng(1).multinomial(signatures, share, size=500).astype(float)
    told = (verdicts(observed, share).verdict == "under").any(axis=1)
    assert told.mean() <= 0.06


def test_with_thirty_signatures_no_small_state_has_a_verdict(share: np.ndarray) -> None:
    observed = np.random.default_rng(2).multinomial(30, share, size=500).astype(float)
    small = share < 0.05
    assert (verdicts(observed, share).verdict[:, small] == "too_little_evidence").all()


def test_a_state_at_a_third_of_its_share_is_found_where_40_were_expected(share: np.ndarray) -> None:
    greece = int(np.argmin(abs(share - 0.023)))
    lagging = np.where(np.arange(len(share)) == greece, share / 3, share)
    total = round(40 / share[greece])
    observed = np.random.default_rng(3).multinomial(total, lagging / lagging.sum(), size=300).astype(float)
    assert (verdicts(observed, share).verdict[:, greece] == "under").mean() >= 0.95


@pytest.mark.parametrize("variation", [0.3, 0.6])
def test_shrunken_intervals_hold_the_true_rate_in_95_percent(share: np.ndarray, variation: float) -> None:
    random = np.random.default_rng(4)
    held = []
    for _ in range(150):
        true = random.gamma(1 / variation**2, variation**2, len(share))
        observed = random.poisson(3_000 * share * true).astype(float)
        found = shrunk(observed, observed.sum() * share)
        of_parity = true * 3_000 / observed.sum()
        held.append(((found.low <= of_parity) & (of_parity <= found.high)).mean())
    assert np.mean(held) == pytest.approx(0.95, abs=0.02)


def test_a_spread_beyond_chance_is_told_from_chance() -> None:
    share = np.array([0.5, 0.3, 0.2])
    assert not differ_beyond_chance(np.array([50.0, 30, 20]), share)
    assert not differ_beyond_chance(np.array([2.0, 0, 0]), share)
    assert differ_beyond_chance(np.array([20.0, 30, 50]), share)  # Pearson's statistic is 63 on two degrees of freedom


def test_the_funnel_is_narrow_where_much_is_expected_and_wider_for_all_states_together() -> None:
    lines = funnel(pd.Series([10.0, 1000.0]), total=10_000, parts=27)
    assert lines["expected"].iloc[[0, -1]].tolist() == pytest.approx([5, 2000])
    # R: qbinom(c(0.025, 0.975), 10000, 0.2) / 2000
    assert lines[["low", "high"]].iloc[-1].tolist() == pytest.approx([1922 / 2000, 2079 / 2000])
    assert (lines["low_of_all"] <= lines["low"]).all()
    assert (lines["high_of_all"] >= lines["high"]).all()
