"""Which days or hours stand out, what else happened then, and what would be without them?"""

from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.bursts import bursts as found_bursts
from dashboard.analysis.pace import daily_series
from dashboard.answers.answer import Answer, answer
from dashboard.answers.coincidences import Coincidences
from dashboard.ask import Ask
from dashboard.left_out import LeftOut
from dashboard.words import count_of, number, rounded, span

_HOURS = 24
_PEAK = 0.25  # of the signatures of days that stand out, before their hours are named
_MOST = 12  # bursts, those that bring most above the usual
_ROWS = ["from_day", "to_day", "hours", "signatures", "usual", "times", "coincides", "without"]


def bursts(ask: Ask) -> Answer:
    """Rows: from_day, to_day, hours ('' where days stand out; else which, on the campaign's clock), signatures, usual
    (as many as the days around give), times (one over the other), coincides (in words), without (what an address or
    --without takes to show every figure without it: the country's part, where one gave more than usual); by day.

    Hours are judged where no kind of institution is chosen, and left out on days that stand out themselves.
    Summary: days and hours (bursts of each), signatures (in all of them).
    """
    until = min(ask.last_finished_day, ask.filters.to_day or ask.last_finished_day)
    counted = ask.days("signatures_by_day", from_day=None, to_day=until)
    if not len(counted):
        nothing = ask.filters.nothing(ask.known, "signatures")
        return answer(ask, "bursts", {"days": 0, "hours": 0, "signatures": 0}, pd.DataFrame(columns=_ROWS), nothing)
    series = daily_series(counted, ask.campaign.launched_on, until, until)
    own = series["signatures"].where(series["is_pace"] & series["finished"]).to_numpy(dtype=np.float64)
    by_day = _spans(found_bursts(own[:, None]), series["day"], 1)
    by_hour = _spans(found_bursts(_hours(ask, until, series["day"], own)), series["day"], _HOURS)
    alone = [not _inside(by_day, hour["from_day"]) for _, hour in by_hour.iterrows()]
    both = pd.concat([by_day, by_hour[alone]])
    both = both[both["to_day"] >= pd.Timestamp(ask.filters.from_day or ask.campaign.launched_on)]
    both = both.assign(above=both["signatures"] - both["usual"]).nlargest(_MOST, "above")
    rows = _described(ask, until, both.sort_values(["from_day", "hours"], ignore_index=True), by_hour)
    of_days = int((rows["hours"] == "").sum())
    summary = {"days": of_days, "hours": len(rows) - of_days, "signatures": int(rows["signatures"].sum())}
    return answer(ask, "bursts", summary, rows, _sentence(rows))


def _spans(found: pd.DataFrame, days: pd.Series, slots: int) -> pd.DataFrame:
    """With from_day, to_day and hours in the place of places."""
    first, last = found["first"].to_numpy(np.int64), found["last"].to_numpy(np.int64)
    hours = [f"{begin} – {end} h" for begin, end in zip(first % slots, last % slots + 1, strict=True)]
    return pd.DataFrame(
        {
            "from_day": days.iloc[first // slots].to_numpy(),
            "to_day": days.iloc[last // slots].to_numpy(),
            "hours": hours if slots > 1 else "",
            "signatures": found["signatures"].astype("int64"),
            "usual": found["usual"].astype("float64"),
        }
    )


def _inside(spans: pd.DataFrame, day: pd.Timestamp) -> bool:
    return bool(((spans["from_day"] <= day) & (spans["to_day"] >= day)).any())


def _hours(ask: Ask, until: date, days: pd.Series, own: NDArray[np.float64]) -> NDArray[np.float64]:
    """Signatures of each hour of each day. A day of which most came without a time of day says nothing of its hours."""
    known = np.zeros((len(days), _HOURS))
    if not ask.filters.institution_types:
        counted = ask.days("signatures_by_hour", from_day=None, to_day=until)
        place = (counted["day"] - days.iloc[0]).dt.days
        known[place, counted["hour"]] = counted["signatures"]
    timed = known.sum(axis=1)
    known[~((timed > 0) & (2 * timed >= own))] = np.nan
    return known


def _described(ask: Ask, until: date, found: pd.DataFrame, by_hour: pd.DataFrame) -> pd.DataFrame:
    if not len(found):
        return pd.DataFrame(columns=_ROWS)
    spans = [(burst["from_day"].date(), burst["to_day"].date()) for _, burst in found.iterrows()]
    known = Coincidences(ask, until, set(spans))
    said, without = [], []
    for (_, burst), (first, last) in zip(found.iterrows(), spans, strict=True):
        countries = known.countries(first, last)
        inside = by_hour[by_hour["from_day"].between(burst["from_day"], burst["to_day"])]
        peak = [] if burst["hours"] else _peak(inside, burst["signatures"])
        said.append("; ".join([*peak, *known.in_words(first, last, countries)]) or "nothing that is known")
        without.append(LeftOut(first, last, countries[0].part if countries else None).written())
    return found.assign(times=found["signatures"] / found["usual"], coincides=said, without=without)[_ROWS]


def _peak(hours: pd.DataFrame, signatures: int) -> list[str]:
    """The hours that stand out and hold most, where that is much of the days' signatures."""
    hours = hours[hours["signatures"] >= _PEAK * signatures].sort_values("signatures")
    if not len(hours):
        return []
    most = hours.iloc[-1]
    return [f"{number(most.signatures)} of {number(signatures)} on {span(most.from_day, most.to_day)}, {most.hours}"]


def _sentence(rows: pd.DataFrame) -> str:
    if not len(rows):
        return "No day and no hour stands out beyond chance from those around it."
    most = rows.iloc[int(np.argmax(rows["signatures"] - rows["usual"]))]
    when = span(most.from_day, most.to_day) + (f", {most.hours}" if most.hours else "")
    return (
        f"{count_of(len(rows), 'burst')} {'stands' if len(rows) == 1 else 'stand'} out; the largest ({when}) brought "
        f"{number(most.signatures)} signatures where {rounded(most.usual)} would be usual."
    )
