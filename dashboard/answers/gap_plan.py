"""What would bring the member states that lag to their share?"""

import math
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.conversion import Conversion, best_channel
from dashboard.analysis.gap_plan import gap_plan as planned
from dashboard.analysis.parity import parity
from dashboard.answers.answer import Answer, answer
from dashboard.answers.member_states import all_states
from dashboard.answers.nothing import where_any
from dashboard.ask import Ask
from dashboard.words import count_of, listed, number, percent, rounded

_NEXT = 5  # states of which the sentence speaks
_NUMBERS = ("lifted", "additional", "contacts_needed", "contacts_needed_low", "contacts_needed_high")


@dataclass(frozen=True)
class Closing:
    """rows: as of the answer gap_plan. best: the channel whose rate is used; None: nobody was contacted."""

    rows: pd.DataFrame
    best: Conversion | None


def closing(ask: Ask, states: pd.DataFrame, behind: pd.Series) -> Closing:
    """What lifts the states behind to their share. states: as in dashboard.analysis.parity, all of them."""
    best = best_channel(where_any(ask, "conversion")("conversion", countries=()))
    rows = planned(states, behind)
    rows = rows.assign(
        contacts_needed=_contacts(rows["additional"], best.rate if best else 0),
        contacts_needed_low=_contacts(rows["additional"], best.high if best else 0),
        contacts_needed_high=_contacts(rows["additional"], best.low if best else 0),
    )
    return Closing(rows, best)


def gap_plan(ask: Ask) -> Answer:
    """Rows as in dashboard.analysis.gap_plan for the states below their share beyond chance, of all member states.

    With contacts_needed, contacts_needed_low and contacts_needed_high: what these signatures take at the rate of the
    best channel and at the ends of its interval; missing where nothing is known of contacts, and where it
    may be any number.
    Summary: the numbers of the row of the next _NEXT states, and channel, contacted, signed.
    """
    states = parity(all_states(ask), ask.filters.denominator)
    plan = closing(ask, states, states["verdict"] == "under")
    rows, best = plan.rows, plan.best
    known = {"channel": best.channel, "contacted": best.contacted, "signed": best.signed} if best else {}
    if not len(rows):
        said = "No member state is below its share beyond chance, so there is no gap to plan for."
        return answer(ask, "gap-plan", {"lifted": 0, "additional": 0, **known}, rows, said)
    following = rows.iloc[min(len(rows), _NEXT) - 1]
    return answer(ask, "gap-plan", numbers_of(following) | known, rows, _sentence(following, best))


def numbers_of(row: pd.Series) -> dict[str, int | None]:
    """The numbers of one row of a plan, by name."""
    return {name: None if pd.isna(row[name]) else int(row[name]) for name in _NUMBERS}


def _contacts(signatures: pd.Series, rate: float) -> pd.Series:
    """Whole contacts for so many signatures; missing where the rate is nothing."""
    return pd.Series([math.ceil(n / rate) if rate else None for n in signatures], signatures.index, dtype="Int64")


def _sentence(following: pd.Series, best: Conversion | None) -> str:
    names = str(following.names).split(", ")
    said = (
        f"{count_of(int(following.additional), 'more signature')} would lift {listed(names)} to "
        f"{'its' if len(names) == 1 else 'their'} share"
    )
    if best is None:
        return f"{said}. How many contacts that takes cannot be said: no funnel data yet."
    channel = best.channel.replace("_", " ")
    if not best.signed:
        contacted = f"none of {count_of(best.contacted, 'contact')} by {channel} has signed yet"
        return f"{said}; {contacted}, so that takes {rounded(following.contacts_needed_low)} contacts at least."
    return (
        f"{said}: about {rounded(following.contacts_needed)} more contacts at the rate of your best channel, {channel} "
        f"({percent(best.signed / best.contacted)} of {number(best.contacted)} signed); could be anything between "
        f"{rounded(following.contacts_needed_low)} and {rounded(following.contacts_needed_high)}."
    )
