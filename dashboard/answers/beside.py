"""Which of two campaigns was ahead on the same day since its launch?"""

from dataclasses import replace

import pandas as pd

from dashboard.analysis.pace import DAYS, daily_series
from dashboard.analysis.since_launch import since_launch
from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.words import count_of, number

_MARGIN = 2 * DAYS  # days shown after the last on which both can be compared


def beside(ask: Ask) -> Answer:
    """Rows as in dashboard.analysis.since_launch; none where no campaign is chosen beside this one.

    Countries and kinds of institution are chosen in both, days in neither. They are compared on the last finished day
    of the younger one.
    """
    if not ask.filters.beside:
        empty = pd.DataFrame(columns=["day_number", "day", "cumulative", "beside_cumulative"])
        return answer(ask, "beside", {}, empty, "No campaign is chosen to compare with.")
    whole = replace(ask.filters, from_day=None, to_day=None)
    own = replace(ask, filters=whole)
    other = replace(ask, filters=replace(whole, campaign_id=ask.filters.beside, beside=None, left_out=None))
    rows = since_launch(_series(own), own.campaign.launched_on, _series(other), other.campaign.launched_on)
    age = min(_age(own), _age(other))
    until = rows[rows["day_number"] <= age].ffill()
    signatures, others = (
        int(until[name].iloc[-1]) if len(until) else 0 for name in ("cumulative", "beside_cumulative")
    )
    summary = {
        "beside": other.campaign.campaign_id,
        "day_number": age,
        "signatures": signatures,
        "beside_signatures": others,
        "difference": signatures - others,
    }
    shown = rows[rows["day_number"] <= age + _MARGIN] if age > 0 else rows.head(0)
    return answer(ask, "beside", summary, shown, _sentence(age, signatures, others, other.campaign.title))


def _series(ask: Ask) -> pd.DataFrame:
    return daily_series(ask.days("signatures_by_day"), ask.campaign.launched_on, ask.as_of, ask.last_finished_day)


def _age(ask: Ask) -> int:
    """Finished days since the launch; the day of the launch is the first."""
    return (ask.last_finished_day - ask.campaign.launched_on).days + 1


def _sentence(age: int, signatures: int, others: int, title: str) -> str:
    if age < 1:
        return f"Too early to compare with “{title}”: no day since the launch is over."
    on = f"on day {number(age)} since the launch"
    if signatures == others:
        return f"Level {on}: {count_of(signatures, 'signature')}, as many as “{title}” had on the same day."
    word, more = ("Ahead", "more") if signatures > others else ("Behind", "fewer")
    return (
        f"{word} {on}: {count_of(signatures, 'signature')}, {number(abs(signatures - others))} {more} than “{title}” "
        f"had on the same day ({number(others)})."
    )
