"""How many signatures will there be, and when is the goal reached? And how right were such forecasts so far?"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.backtest import backtest as tested
from dashboard.analysis.forecast import FEWEST_DAYS, QUANTILES
from dashboard.analysis.forecast import forecast as foretold
from dashboard.analysis.goal import FURTHEST, days_to_goal
from dashboard.analysis.history import history
from dashboard.analysis.pace import DAYS, daily_series
from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.words import count_of, day, number, percent, span

_COLUMNS = [f"p{100 * chance:g}".replace(".", "_") for chance in QUANTILES]  # p2_5, p10, … p97_5
_GOAL_DATES = ("goal_earliest", "goal_median", "goal_latest")
_FEWEST_SIGNATURES = 30
_ENOUGH_FORECASTS = 10


@dataclass(frozen=True)
class _Known:
    """What is known on the last finished day of the period: signatures a day, and the total."""

    until: date
    days: NDArray[np.float64]
    total: int

    @property
    def too_early(self) -> bool:
        return len(self.days) < FEWEST_DAYS or self.total < _FEWEST_SIGNATURES


def forecast(ask: Ask) -> Answer:
    """Rows: one for each of the days ahead, as many as filters.horizon: day, p2_5, p10, p25, p50, p75, p90, p97_5 of
    the cumulative total, and straight (the line through the last seven days). None where no day is over yet.

    Summary: signatures (on the last finished day), last_finished_day, verdict ('forecast' or 'too_early'), goal and the
    days on which it is reached with a chance of 10, 50 and 90 %: goal_earliest, goal_median, goal_latest (missing:
    later than a year, reached, or no goal for this selection). The beginning of the chosen period does not matter.
    """
    known = _known(ask)
    rows = _kept(ask, "forecast", lambda: _rows(known, ask.filters.horizon))
    goal = _goal(ask)
    dates = _goal_dates(ask, known, goal)
    summary = {
        "signatures": known.total,
        "last_finished_day": known.until,
        "verdict": "too_early" if known.too_early else "forecast",
        "goal": goal,
        **dict(zip(_GOAL_DATES, dates, strict=True)),
    }
    return answer(ask, "forecast", summary, rows, _sentence(known, rows, goal, dates))


def backtest(ask: Ask) -> Answer:
    """Rows as in dashboard.analysis.backtest: how past forecasts of this selection did, beside the straight line."""
    known = _known(ask)
    rows = _kept(ask, "backtest", lambda: tested(known.days))
    if known.too_early:
        rows = rows.head(0)  # what was never forecast was never right
    enough = rows[rows["forecasts"] >= _ENOUGH_FORECASTS]
    sentence = "Too early to say how right such forecasts are for this campaign."
    if len(enough):
        count = int(enough["forecasts"].sum())
        held = float((enough["held"] * enough["forecasts"]).sum()) / count
        better = (enough["loss"] < enough["straight_loss"]).all()
        sentence = (
            f"Past forecasts of this campaign: the 80 % band held in {percent(held)} of {number(count)}; the straight"
            f" line was {'further off' if better else 'no worse over some spans'}."
        )
    return answer(ask, "backtest", {"forecasts": int(rows["forecasts"].sum())}, rows, sentence)


def goal_in_words(ask: Ask) -> str:
    """When the goal is reached, as a sentence; empty where there is no goal for the selection, or no forecast."""
    if (goal := _goal(ask)) is None or (known := _known(ask)).too_early:
        return ""
    return _goal_words(known.total, goal, *_goal_dates(ask, known, goal))


def _goal(ask: Ask) -> int | None:
    """The goal is one of the whole campaign."""
    return None if ask.filters.countries or ask.filters.institution_types else ask.campaign.goal


def _known(ask: Ask) -> _Known:
    until = min(ask.last_finished_day, ask.filters.to_day or ask.last_finished_day)
    counted = ask.days("signatures_by_day", from_day=None, to_day=until)
    series = daily_series(counted, ask.campaign.launched_on, until, until)
    return _Known(until, history(series, until), int(counted["signatures"].sum()))


def _rows(known: _Known, horizon: int) -> pd.DataFrame:
    if not len(known.days):
        return pd.DataFrame(columns=["day", *_COLUMNS, "straight"])
    ahead = np.arange(1, horizon + 1)
    told = foretold(known.days, known.total, horizon).astype("int64")
    straight = known.total + np.round(ahead * known.days[-DAYS:].mean()).astype("int64")
    days = pd.date_range(known.until + timedelta(1), periods=horizon, unit="us")
    return pd.DataFrame({"day": days, **dict(zip(_COLUMNS, told.T, strict=True)), "straight": straight})


def _goal_dates(ask: Ask, known: _Known, goal: int | None) -> tuple[date | None, ...]:
    if goal is None or known.too_early or known.total >= goal:
        return (None, None, None)
    found = _kept(ask, "goal", lambda: pd.DataFrame([days_to_goal(known.days, goal - known.total)]))
    ahead = (found[name].iloc[0] for name in ("earliest", "median", "latest"))
    return tuple(None if pd.isna(days) else known.until + timedelta(int(days)) for days in ahead)


def _kept(ask: Ask, name: str, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """Made once for a snapshot and a reader's filters, whatever the beginning of the period."""
    asked = (name, replace(ask.filters, from_day=None))
    if (rows := ask.snapshot.kept.find(asked)) is None:
        rows = make()
        ask.snapshot.kept.keep(asked, rows)
    return rows


def _sentence(known: _Known, rows: pd.DataFrame, goal: int | None, dates: tuple[date | None, ...]) -> str:
    if known.too_early:
        return f"{count_of(known.total, 'signature')}: too little evidence for a forecast."
    last = rows.iloc[-1]
    ahead = (
        f"Between {number(last.p10)} and {number(last.p90)} signatures by {day(last.day)}, 80 %; "
        f"as likely more as fewer than {number(last.p50)}."
    )
    if goal is None:
        return ahead
    return f"{ahead} {_goal_words(known.total, goal, *dates)}"


def _goal_words(signatures: int, goal: int, earliest: date | None, median: date | None, latest: date | None) -> str:
    if signatures >= goal:
        return f"The goal of {number(goal)} is reached."
    if earliest is None:
        return f"The goal of {number(goal)} is not in sight within {FURTHEST} days."
    if latest is None:
        middle = f"perhaps by {day(median)}" if median else "more likely not within a year"
        return f"The goal of {number(goal)} is reached {day(earliest)} at the earliest, {middle}."
    return f"The goal of {number(goal)} is reached {span(earliest, latest)}, 80 %."
