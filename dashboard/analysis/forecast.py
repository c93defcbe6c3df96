"""How many signatures will there be: from the newest pace, and from how wrong such forecasts were before.

What the next days bring is compared with as many days at the newest pace, as a logarithm. Petitions surge and decay, so
these errors have heavy tails, and no distribution is assumed for them: their weighted quantiles are the forecast
(conformal prediction with weights: Tibshirani, Barber, Candès and Ramdas, "Conformal prediction under covariate shift",
Advances in Neural Information Processing Systems 32, 2019; Barber and others, Annals of Statistics 51, 2023, 816-845).
Errors made lately, and at a similar pace, count more: what follows a surge is learnt from surges.

Changed here: while a campaign has few errors of its own, they are pooled with those of other campaigns, widened or
narrowed by how steady this one is.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

QUANTILES = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
FEWEST_DAYS = 7  # of history, before anything is said

_NEWEST = 1.5  # half-life of the newest pace, in days
_MEMORY = 90.0  # half-life of past errors, in days
_ALIKE = 1.0  # a pace e times as high, or as low, counts e times less
_OVERLAP = 0.5  # forecasts from neighbouring days share most of their outcome, so each counts less
_ONE = 1.0  # signature, so that a day without one has a logarithm
_WEEK = 7
_LATELY = 60  # days over which it is judged how steady a campaign is

# Errors over a week in the simulated campaigns of bench/forecast.py, at the middles of twenty equal parts: the upper
# side is the longer one, for campaigns surge. They stand for this many errors of a campaign's own.
_OTHERS = np.array(
    [
        *(-1.25, -0.9, -0.7, -0.57, -0.46, -0.37, -0.28, -0.2, -0.13, -0.06),
        *(0.0, 0.07, 0.14, 0.21, 0.29, 0.38, 0.5, 0.66, 0.95, 1.8),
    ]
)
_OTHERS_COUNT = 7.0
_GROWTH = 0.3  # errors grow by this power of the number of weeks,
_SINKING = 0.03  # and the pace sinks by this times the root of the days
_STEADY_COUNT = 1.0  # days that say how steady other campaigns are: with more, a steady one gets bands far too wide


@dataclass(frozen=True)
class Track:
    """A history prepared for forecasts. total: signatures before the first day and after each; pace: the newest
    signatures a day, after each day."""

    total: Numbers
    pace: Numbers


def track(signatures: Numbers) -> Track:
    """Prepare the signatures of finished days, one a day in order. A day on which a published total fell has none."""
    counted = np.maximum(signatures, 0)
    pace = pd.Series(counted).ewm(halflife=_NEWEST).mean()
    return Track(np.concatenate([[0.0], counted.cumsum()]), np.asarray(pace, dtype=np.float64))


def gained(known: Track, days: int, horizon: int) -> Numbers:
    """Quantiles (QUANTILES), in whole signatures, of the next horizon days, by what was known after that many days.

    days: at least one. What happened later does not enter, so past forecasts can be made again from the same track.
    """
    origins = _origins(days, horizon)
    pace = known.pace[days - 1]
    apart = np.abs(np.log((known.pace[origins - 1] + _ONE) / (pace + _ONE)))
    age = days - horizon - origins
    weights = 0.5 ** (age / _MEMORY) * np.exp(-apart / _ALIKE) / (1 + _OVERLAP * (horizon - 1))
    growth = max(horizon / _WEEK, 1.0) ** _GROWTH
    others = (_OTHERS * growth - _SINKING * horizon**0.5) * _unsteadiness(known, days)
    error = _weighted_quantiles(
        np.concatenate([_errors(known, origins, horizon), others]),
        np.concatenate([weights, np.full(len(others), _OTHERS_COUNT / len(others))]),
    )
    expected = np.exp(error) * (horizon * pace + _ONE) - _ONE
    return np.asarray(np.round(np.maximum(expected, 0)), dtype=np.float64)


def forecast(signatures: Numbers, total: int, horizon: int) -> Numbers:
    """Quantiles of the total after each of the next days: an array of horizon rows and the columns QUANTILES, whole
    numbers that never fall. signatures: of the finished days; total: after the last of them."""
    known = track(signatures)
    ahead = np.array([gained(known, len(signatures), days) for days in range(1, horizon + 1)])
    return np.asarray(total + np.maximum.accumulate(ahead, axis=0), dtype=np.float64)


def _origins(days: int, horizon: int) -> NDArray[np.int64]:
    """The days after which a forecast could be made whose outcome is known by now."""
    return np.arange(FEWEST_DAYS, days - horizon + 1)


def _errors(known: Track, origins: NDArray[np.int64], horizon: int) -> Numbers:
    outcome = known.total[origins + horizon] - known.total[origins]
    return np.asarray(np.log((outcome + _ONE) / (horizon * known.pace[origins - 1] + _ONE)), dtype=np.float64)


def _unsteadiness(known: Track, days: int) -> float:
    """The size of this campaign's errors over a week, beside that of others."""
    sizes = np.minimum(np.abs(_errors(known, _origins(days, _WEEK)[-_LATELY:], _WEEK)), 1.0)
    usual = float(np.abs(_OTHERS).mean())
    return float((sizes.sum() + _STEADY_COUNT * usual) / (len(sizes) + _STEADY_COUNT) / usual)


def _weighted_quantiles(values: Numbers, weights: Numbers) -> Numbers:
    order = np.argsort(values)
    cumulative = weights[order].cumsum()
    middle = (cumulative - weights[order] / 2) / cumulative[-1]
    return np.interp(QUANTILES, middle, values[order])
