"""Is the campaign gaining or losing pace?"""

from dataclasses import replace
from datetime import date

import pandas as pd

from dashboard.analysis.pace import DAYS, Pace, Verdict, daily_series, pace
from dashboard.analysis.periods import on_days
from dashboard.answers.answer import Answer, answer
from dashboard.answers.forecast import goal_in_words
from dashboard.ask import Ask
from dashboard.words import count_of, day, percent, rounded, span

_VERDICTS: dict[Verdict, str] = {
    "accelerating": "Accelerating",
    "steady": "Steady",
    "slowing": "Slowing",
    "too_early": "Too early to say",
}


def momentum(ask: Ask) -> Answer:
    """Rows: day, signatures, cumulative, finished, is_pace; one for each day of the chosen period.

    The two weeks that are compared end with the period, whatever its beginning.
    """
    found = momentum_in_brief(ask)
    return replace(found, summary={**found.summary, "institutions": ask.institutions})


def momentum_in_brief(ask: Ask) -> Answer:
    """The same without the institutions, which take the longest to count."""
    ever, totals = _ever(ask), ask.totals
    counted = on_days(ever, ask.filters.from_day, None)
    until = min(ask.last_finished_day, _last_day(ask))
    compared = _pace(ask, ever, until)
    goal = ask.campaign.goal
    signatures = int(totals.signatures)
    summary = {
        "signatures": signatures,
        "last_7_days": compared.recent,
        "previous_7_days": compared.previous,
        "per_day": compared.per_day,
        "per_day_low": compared.per_day_low,
        "per_day_high": compared.per_day_high,
        "change": compared.change,
        "change_low": compared.change_low,
        "change_high": compared.change_high,
        "verdict": compared.verdict,
        "last_finished_day": until,
        "member_states": int(totals.member_states),
        "countries": int(totals.countries),
        "organisations": int(totals.organisations),
        "goal": goal,
        "goal_share": signatures / goal if goal else None,
    }
    sentence = ask.filters.nothing(ask.known, "signatures")
    if len(counted):
        sentence = " ".join(filter(None, [_sentence(signatures, counted, compared, until), goal_in_words(ask)]))
    return answer(ask, "momentum", summary, _series(ask, counted), sentence)


def days_of_period(ask: Ask) -> pd.DataFrame:
    """The rows of the answer momentum."""
    return _series(ask, on_days(_ever(ask), ask.filters.from_day, None))


def _series(ask: Ask, counted: pd.DataFrame) -> pd.DataFrame:
    first = ask.filters.from_day or ask.campaign.launched_on
    return daily_series(counted, first, _last_day(ask), ask.last_finished_day)


def _last_day(ask: Ask) -> date:
    return min(ask.as_of, ask.filters.to_day or ask.as_of)


def _ever(ask: Ask) -> pd.DataFrame:
    """Signatures a day of all days before the end of the period; the weeks that are compared may begin before it."""
    return ask.days("signatures_by_day", from_day=None)


def _pace(ask: Ask, counted: pd.DataFrame, until: date) -> Pace:
    series = daily_series(counted, ask.campaign.launched_on, until, until)
    started_on = min(ask.campaign.launched_on, counted["day"].iloc[0].date()) if len(counted) else until
    return pace(series, started_on, until)


def _sentence(signatures: int, counted: pd.DataFrame, compared: Pace, until: date) -> str:
    first, last = counted["day"].iloc[0].date(), counted["day"].iloc[-1].date()
    if first <= until and not compared.recent and not compared.previous:
        return (
            f"{count_of(signatures, 'signature')}, {span(first, last)}; none in the {2 * DAYS} days up to {day(until)}."
        )
    if compared.change_low is None:
        return f"{count_of(signatures, 'signature')} so far: too early to say whether the pace is changing."
    a_day = f"{rounded(compared.per_day)} a day over the last {DAYS} finished days"
    return f"{_VERDICTS[compared.verdict]}: {a_day}, {_change(compared)}."


def _change(compared: Pace) -> str:
    if compared.change is None or compared.change_low is None or compared.change_high is None:
        return "after a week without any"
    change, low, high = compared.change, compared.change_low, compared.change_high
    more = f"{percent(abs(change))} {'fewer' if change < 0 else 'more'} than the week before"
    if not change:
        more = "as many as the week before"
    if compared.verdict not in ("accelerating", "slowing"):
        return f"{more}, but it could be anything between {percent(-low)} fewer and {percent(high)} more"
    nearer, further = sorted((abs(low), abs(high)))
    return f"{more} (between {percent(nearer)} and {percent(further)})"
