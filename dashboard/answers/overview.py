"""Where does the campaign stand? What every page found, on one screen."""

from collections.abc import Callable, Sequence

import pandas as pd

from dashboard.answers.answer import Answer, answer
from dashboard.answers.ledger import ledger
from dashboard.answers.media import media_in_brief
from dashboard.answers.momentum import momentum_in_brief
from dashboard.answers.outreach import outreach_in_brief
from dashboard.answers.reach import reach_in_brief
from dashboard.answers.two_weeks import TwoWeeks
from dashboard.answers.under_reached import under_reached_in_brief
from dashboard.ask import Ask
from dashboard.words import count_of, day, number, percent

Found = tuple[str, str, str]  # what is counted, its number, and what that is compared with


def overview(ask: Ask) -> Answer:
    """Rows: page, measured, value, compared, finding; one for each page, all of them as readers see them.

    Summary: signatures, member_states (reached), goal_share (of the whole goal; missing where none was set).
    """
    signatures, goal = int(ask.totals.signatures), ask.campaign.goal
    summary = {
        "signatures": signatures,
        "member_states": int(ask.totals.member_states),
        "goal_share": signatures / goal if goal else None,
    }
    return answer(ask, "overview", summary, in_short(ask, list(_PAGES)), standing(ask))


def in_short(ask: Ask, pages: Sequence[str]) -> pd.DataFrame:
    """The rows of the overview for the pages of these titles."""
    rows = []
    for page in pages:
        question, counted = _PAGES[page]
        found = question(ask)
        rows.append((page, *counted(found), found.sentence))
    return pd.DataFrame(rows, columns=["page", "measured", "value", "compared", "finding"])


def standing(ask: Ask) -> str:
    """The sentence alone, which needs the totals only."""
    signatures, last_day = ask.totals.signatures, ask.totals.last_day
    if not signatures or not last_day:
        return ask.filters.nothing(ask.known, "signatures")
    states, goal = int(ask.totals.member_states), ask.campaign.goal
    of_goal = f", {percent(signatures / goal)} of the goal" if goal else ""
    reached = f"from {count_of(states, 'member state')}" if states else "none known to be from a member state"
    return f"{count_of(signatures, 'signature')} by {day(last_day)}, {reached}{of_goal}."


def _momentum(found: Answer) -> Found:
    week, before = (number(found.summary[name]) for name in ("last_7_days", "previous_7_days"))
    return "in the last 7 finished days", week, f"{before} in the 7 days before"


def _reach(found: Answer) -> Found:
    return "reached", number(found.summary["member_states"]), _of_states(int(found.summary["member_states_shown"]))


def _under_reached(found: Answer) -> Found:
    return "below their share", number(found.summary["under"]), _of_states(len(found.rows))


def _outreach(found: Answer) -> Found:
    return "replied", number(found.summary["replied"]), f"of {count_of(found.summary['contacts'], 'entry', 'entries')}"


def _media(found: Answer) -> Found:
    weeks = TwoWeeks(found.summary["last_7_days"], found.summary["previous_7_days"])
    return "mentions", number(found.summary["mentions"]), weeks.in_words


def _data(found: Answer) -> Found:
    return "rows accepted", number(found.summary["accepted"]), f"of {number(found.summary['rows_in'])} read"


def _of_states(states: int) -> str:
    return f"of {count_of(states, 'member state')}"


_PAGES: dict[str, tuple[Callable[[Ask], Answer], Callable[[Answer], Found]]] = {
    "Momentum": (momentum_in_brief, _momentum),
    "Reach": (reach_in_brief, _reach),
    "Under-reached": (under_reached_in_brief, _under_reached),
    "Outreach": (outreach_in_brief, _outreach),
    "Media": (media_in_brief, _media),
    "Data": (ledger, _data),
}
