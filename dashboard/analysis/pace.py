"""Is the campaign gaining or losing pace: the last seven finished days against the seven before."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import special

from dashboard.analysis.poisson import garwood

Verdict = Literal["accelerating", "steady", "slowing", "too_early"]
Numbers = NDArray[np.float64]

DAYS = 7
_FEWEST_DAYS = 4  # of each week must be days of their own, or there is no pace to compare
_FEWEST_SIGNATURES = 20
_TAIL = 0.025
_NORMAL = float(special.ndtri(1 - _TAIL))
_STEADY = (0.5, 2.0)  # an interval that leaves more open than half or twice says nothing


@dataclass(frozen=True)
class Pace:
    """Two weeks compared. recent and previous: signatures; per_day: of the days that count, recent week, with its 95 %
    interval.

    change: recent pace over previous pace, minus one; change_low and change_high are its 95 % interval. They are None
    where nothing can be said, change_high also where the previous week may have had none. verdict: 'too_early' also
    where the interval leaves everything open.
    """

    verdict: Verdict
    recent: int
    previous: int
    per_day: float
    per_day_low: float
    per_day_high: float
    change: float | None = None
    change_low: float | None = None
    change_high: float | None = None


def daily_series(counted: pd.DataFrame, first: date, last: date, last_finished: date) -> pd.DataFrame:
    """One row a day, without gaps, from first to last or as far as there are signatures.

    counted: day, signatures, covers_many_days, by day. Gives day, signatures, cumulative, finished, is_pace,
    mean_of_7_days (missing unless all seven are finished days with a pace). A day is no pace where its number covers
    many days, nor are the empty days that such a number covers.
    """
    on, start, end = counted["day"].to_numpy("datetime64[D]"), np.datetime64(first), np.datetime64(last)
    if len(on):
        start, end = min(start, on[0]), max(end, on[-1])
    days, known = np.arange(start, end + 1), (on - start).astype(int)
    signatures = np.zeros(len(days), dtype=np.int64)
    signatures[known] = counted["signatures"]
    next_known = np.searchsorted(known, np.arange(len(days)))
    covering = np.append(counted["covers_many_days"].to_numpy(bool), False)[next_known]
    finished = days <= np.datetime64(last_finished)
    return pd.DataFrame(
        {
            "day": days.astype("datetime64[us]"),
            "signatures": signatures,
            "cumulative": signatures.cumsum(),
            "finished": finished,
            "is_pace": ~covering,
            "mean_of_7_days": _mean_of_7_days(signatures, finished & ~covering),
        }
    )


def _mean_of_7_days(signatures: NDArray[np.int64], whole: NDArray[np.bool_]) -> Numbers:
    mean = np.full(len(signatures), np.nan)
    if len(mean) >= DAYS:
        seven = np.ones(DAYS)
        total = np.convolve(signatures, seven, "valid")
        mean[DAYS - 1 :] = np.where(np.convolve(whole, seven, "valid") == DAYS, total / DAYS, np.nan)
    return mean


def without_long_silence(series: pd.DataFrame) -> pd.DataFrame:
    """The days up to a fortnight after the last one with signatures: what a figure shows of a campaign that is over.

    series: a row a day, without gaps.
    """
    signed = np.flatnonzero(series["signatures"])
    return series.head(signed[-1] + 1 + 2 * DAYS) if len(signed) else series


def pace(series: pd.DataFrame, started_on: date, until: date) -> Pace:
    """Compare the seven days up to `until` with the seven before; both must lie after started_on.

    The interval is that of Clopper and Pearson (Biometrika 26, 1934) for the share of the recent week, with both counts
    divided by the dispersion of the days around their week's mean (at least 1), since signatures come in bursts
    (quasi-likelihood: McCullagh and Nelder, Generalized Linear Models, 1989, section 4.5). A dispersion above 1 is
    itself an estimate from few days, so it is widened as Student's quantile is beside the normal one. The interval of
    the pace itself is that of Garwood, with its count divided likewise.
    """
    recent, previous = _week(series, until), _week(series, until - timedelta(DAYS))
    total, before = int(np.nansum(recent)), int(np.nansum(previous))
    days, days_before = _days(recent), _days(previous)
    dispersion = _dispersion(recent, previous)
    low, high = (float(end) * dispersion / max(days, 1) for end in garwood(total / dispersion))
    a_day = (total / days if days else 0.0, low, high)
    if until - timedelta(2 * DAYS) < started_on - timedelta(1) or min(days, days_before) < _FEWEST_DAYS:
        return Pace("too_early", total, before, *a_day)
    if total + before < _FEWEST_SIGNATURES or min(total, before) < 0:
        return Pace("too_early", total, before, *a_day)
    low, high = _ratio_interval(total / dispersion, before / dispersion, days_before / days)
    change = a_day[0] / (before / days_before) - 1 if before else None
    return Pace(_verdict(low, high), total, before, *a_day, change, low - 1, high - 1 if np.isfinite(high) else None)


def _verdict(low: float, high: float) -> Verdict:
    if low > 1:
        return "accelerating"
    if high < 1:
        return "slowing"
    return "steady" if _STEADY[0] < low and high < _STEADY[1] else "too_early"


def _week(series: pd.DataFrame, until: date) -> Numbers:
    """Signatures of the seven days up to one; missing where a day shows no pace."""
    place = (series["day"].to_numpy("datetime64[D]") - np.datetime64(until)).astype(int) + DAYS - 1
    chosen = (place >= 0) & (place < DAYS) & series["is_pace"].to_numpy() & series["finished"].to_numpy()
    week = np.full(DAYS, np.nan)
    week[place[chosen]] = series["signatures"].to_numpy()[chosen]
    return week


def _days(week: Numbers) -> int:
    return int(np.isfinite(week).sum())


def _ratio_interval(a: float, b: float, per_share: float) -> tuple[float, float]:
    share_low = float(special.betaincinv(a, b + 1, _TAIL)) if a > 0 else 0.0
    share_high = float(special.betaincinv(a + 1, b, 1 - _TAIL)) if b > 0 else 1.0
    low = share_low / (1 - share_low) * per_share
    return low, share_high / (1 - share_high) * per_share if share_high < 1 else np.inf


def _dispersion(recent: Numbers, previous: Numbers) -> float:
    """Pearson's statistic of the table week by weekday over its degrees of freedom: a quiet Sunday is no surprise."""
    table = np.column_stack([recent, previous])
    table = table[table.sum(axis=1) > 0]  # without days that are missing in either week
    if len(table) < 2 or (table.sum(axis=0) <= 0).any():
        return 1.0
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    free = len(table) - 1
    dispersion = float(((table - expected) ** 2 / expected).sum()) / free
    return dispersion * (float(special.stdtrit(free, 1 - _TAIL)) / _NORMAL) ** 2 if dispersion > 1 else 1.0
