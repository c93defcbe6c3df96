"""What an event brought: signatures above what would have come anyway, judged by days without an event."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import special

Numbers = NDArray[np.float64]
Verdict = Literal["lift", "no_clear_lift", "overlapping", "cannot_tell"]

WINDOW = 3  # days: the event's own and the two after it, 72 hours
_BEFORE = 7  # days that must lie before
_HALF_LIFE = 3.0  # of the pace before, in days
_FEWEST_DAYS = 14  # without an event, to compare with
_OTHERS = 0.4 * special.ndtri((np.arange(10) + 0.5) / 10)  # errors that stand for other campaigns, worth five days
_OTHERS_COUNT = 5.0
_CHANCES = (0.05, 0.5, 0.95)
_WEEK = 7


@dataclass(frozen=True)
class Lift:
    """Signatures above what would have come anyway, with a 90 % interval; missing where one cannot tell."""

    verdict: Verdict
    lift: float | None = None
    low: float | None = None
    high: float | None = None


def lifts(own: Numbers, others: Numbers | None, events: Sequence[int]) -> list[Lift]:
    """One for each event. own: signatures a day where the events took place; others: of the states that they did not
    concern, on the same days, or None; events: places of their days among these, in any order.

    What would have come is the pace before, by weekday, times what the others did beyond their own pace (differences in
    differences: Card and Krueger, American Economic Review 84, 1994, 772-793). How far that is off without an event is
    seen on all other days (placebo tests: Abadie, Diamond and Hainmueller, Journal of the American Statistical
    Association 105, 2010, 493-505), and the quantiles of those errors give the interval. Events within 72 hours of each
    other are 'overlapping': each has the lift of its own 72 hours, which is theirs together.
    """
    apart = np.ones(len(own), dtype=np.bool_)  # the days whose window touches none of an event
    for event in events:
        apart[max(event - WINDOW + 1, 0) : max(event + WINDOW, 0)] = False
    outcome, expected = _outcome(own), _expected(own, apart)
    if others is not None:
        expected = expected * (_outcome(others) + 1) / (_expected(others, apart) + 1)
    compared = np.flatnonzero(apart & (np.arange(len(own)) >= _BEFORE) & np.isfinite(outcome))
    if len(compared) < _FEWEST_DAYS:
        return [Lift("cannot_tell")] * len(events)
    errors = np.concatenate([np.log((outcome[compared] + 1) / (expected[compared] + 1)), _OTHERS])
    weights = np.concatenate([np.ones(len(compared)), np.full(len(_OTHERS), _OTHERS_COUNT / len(_OTHERS))])
    low, middle, high = _weighted_quantiles(errors, weights)
    found = []
    for event in events:
        if not _BEFORE <= event < len(own) or not np.isfinite(outcome[event]):
            found.append(Lift("cannot_tell"))
            continue
        anyway = (np.exp([high, middle, low]) * (expected[event] + 1) - 1).clip(min=0)
        least, likely, most = (float(outcome[event] - count) for count in anyway)
        together = sum(abs(event - other) < WINDOW for other in events) > 1
        verdict: Verdict = "overlapping" if together else "lift" if least > 0 else "no_clear_lift"
        found.append(Lift(verdict, likely, least, most))
    return found


def _outcome(signatures: Numbers) -> Numbers:
    """What came in the window that begins with each day; missing where it is not over."""
    return np.asarray(pd.Series(signatures).rolling(WINDOW).sum().shift(1 - WINDOW), dtype=np.float64)


def _expected(signatures: Numbers, apart: NDArray[np.bool_]) -> Numbers:
    """What the pace before gives for the window that begins with each day."""
    place = np.arange(len(signatures)) % _WEEK
    weekday = np.ones(_WEEK)
    usual = signatures[apart].mean() if apart.any() else 0.0
    for day in range(_WEEK):
        alike = signatures[apart & (place == day)]
        weekday[day] = (alike.sum() + _WEEK * usual + 1) / ((len(alike) + _WEEK) * usual + 1)
    factor = pd.Series(weekday[place])
    before = (pd.Series(signatures) / factor).ewm(halflife=_HALF_LIFE).mean().shift(1)
    return np.asarray(before * factor.rolling(WINDOW).sum().shift(1 - WINDOW), dtype=np.float64)


def _weighted_quantiles(values: Numbers, weights: Numbers) -> Numbers:
    order = np.argsort(values)
    cumulative = weights[order].cumsum()
    return np.interp(_CHANCES, (cumulative - weights[order] / 2) / cumulative[-1], values[order])
