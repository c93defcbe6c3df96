"""Is the campaign gaining or losing pace: the last seven finished days against the seven before."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np
import pandas as pd
from scipy import special

from dashboard.analysis.poisson import garwood

Verdict = Literal["accelerating", "steady", "slowing", "too_early"]

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

    counted: day, signatures, covers_many_days. Gives day, signatures, cumulative, finished, is_pace and mean_of_7_days
    (missing unless all seven are finished days with a pace). A day is no pace where its number covers many days, nor
    are the empty days that such a number covers.
    """
    if len(counted):
        first, last = min(first, counted["day"].min().date()), max(last, counted["day"].max().date())
    days = pd.date_range(first, last, freq="D", unit="us", name="day")
    series = counted.set_index("day").reindex(days).reset_index()
    covering = series["covers_many_days"].bfill().eq(True)
    signatures = series["signatures"].fillna(0).astype("int64")
    finished = series["day"] <= pd.Timestamp(last_finished)
    return pd.DataFrame(
        {
            "day": series["day"],
            "signatures": signatures,
            "cumulative": signatures.cumsum(),
            "finished": finished,
            "is_pace": ~covering,
            "mean_of_7_days": signatures.where(finished & ~covering).rolling(DAYS).mean(),
        }
    )


def without_long_silence(series: pd.DataFrame) -> pd.DataFrame:
    """The days up to a fortnight after the last one with signatures: what a figure shows of a campaign that is over."""
    last = series.loc[series["signatures"] != 0, "day"].max()
    return series if pd.isna(last) else series[series["day"] <= last + pd.Timedelta(days=2 * DAYS)]


def pace(series: pd.DataFrame, started_on: date, until: date) -> Pace:
    """Compare the seven days up to `until` with the seven before; both must lie after started_on.

    The interval is that of Clopper and Pearson (Biometrika 26, 1934) for the share of the recent week, with both counts
    divided by the dispersion of the days around their week's mean (at least 1), since signatures come in bursts
    (quasi-likelihood: McCullagh and Nelder, Generalized Linear Models, 1989, section 4.5). A dispersion above 1 is
    itself an estimate from few days, so it is widened as Student's quantile is beside the normal one. The interval of
    the pace itself is that of Garwood, with its count divided likewise.
    """
    recent, previous = _week(series, until), _week(series, until - timedelta(DAYS))
    total, before = int(recent.sum()), int(previous.sum())
    dispersion = _dispersion(recent, previous)
    low, high = (float(end) * dispersion / max(len(recent), 1) for end in garwood(total / dispersion))
    a_day = (total / len(recent) if len(recent) else 0.0, low, high)
    if until - timedelta(2 * DAYS) < started_on - timedelta(1) or min(len(recent), len(previous)) < _FEWEST_DAYS:
        return Pace("too_early", total, before, *a_day)
    if total + before < _FEWEST_SIGNATURES or min(total, before) < 0:
        return Pace("too_early", total, before, *a_day)
    low, high = _ratio_interval(recent, previous, dispersion)
    change = a_day[0] / (before / len(previous)) - 1 if before else None
    return Pace(_verdict(low, high), total, before, *a_day, change, low - 1, high - 1 if np.isfinite(high) else None)


def _verdict(low: float, high: float) -> Verdict:
    if low > 1:
        return "accelerating"
    if high < 1:
        return "slowing"
    return "steady" if _STEADY[0] < low and high < _STEADY[1] else "too_early"


def _week(series: pd.DataFrame, until: date) -> pd.Series:
    """Signatures of the days that show a pace, by weekday."""
    day = series["day"].dt.date
    chosen = series[series["is_pace"] & series["finished"] & (day > until - timedelta(DAYS)) & (day <= until)]
    return pd.Series(chosen["signatures"].to_numpy(), index=chosen["day"].dt.day_of_week)


def _ratio_interval(recent: pd.Series, previous: pd.Series, dispersion: float) -> tuple[float, float]:
    a, b = recent.sum() / dispersion, previous.sum() / dispersion
    share_low = float(special.betaincinv(a, b + 1, _TAIL)) if a > 0 else 0.0
    share_high = float(special.betaincinv(a + 1, b, 1 - _TAIL)) if b > 0 else 1.0
    per_share = len(previous) / len(recent)
    low = share_low / (1 - share_low) * per_share
    return low, share_high / (1 - share_high) * per_share if share_high < 1 else np.inf


def _dispersion(recent: pd.Series, previous: pd.Series) -> float:
    """Pearson's statistic of the table week by weekday over its degrees of freedom: a quiet Sunday is no surprise."""
    table = pd.DataFrame({"recent": recent, "previous": previous}).dropna()
    table = table[table.sum(axis=1) > 0]
    if len(table) < 2 or (table.sum() <= 0).any():
        return 1.0
    expected = np.outer(table.sum(axis=1), table.sum()) / table.to_numpy().sum()
    free = len(table) - 1
    dispersion = float(((table - expected) ** 2 / expected).to_numpy().sum()) / free
    return dispersion * (float(special.stdtrit(free, 1 - _TAIL)) / _NORMAL) ** 2 if dispersion > 1 else 1.0
