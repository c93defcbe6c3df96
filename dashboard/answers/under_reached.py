"""Which member states does the campaign not reach yet?"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.parity import parity
from dashboard.analysis.spread import differ_beyond_chance
from dashboard.answers.answer import Answer, answer
from dashboard.answers.gap_plan import Closing, closing, numbers_of
from dashboard.answers.member_states import all_states
from dashboard.ask import Ask
from dashboard.words import count_of, listed, number, rounded

_FEWEST_NAMED = 5
SHARE_OF = {
    "population": "share of the population",
    "ep_seats": "share of the seats in the European Parliament",
    "network_sites": "share of the networks' sites",
    "institutions": "share of the registered institutions",
}
_VERDICTS = {
    "under": "below its share beyond chance",
    "over": "above its share beyond chance",
    "on_par": "at its share",
    "too_little_evidence": "too little evidence",
}


def under_reached(ask: Ask) -> Answer:
    """Rows as in dashboard.analysis.parity, with in_words, missing_kinds, last_contact_on and last_mention_on.

    One for each member state, or for those of them that are chosen. Summary, beside the number of states by verdict:
    signatures, denominator, missing_to_parity (in the states below); where there are some, as in gap_plan: lifted (how
    many of them), additional (signatures for that), contacts_needed with its ends. Of all states, chosen or not:
    states, signatures_of_states, beyond_chance (whether they differ by more than chance).

    Parity is always among all member states, so choosing countries changes which rows are shown and none of them.
    """
    every_state = judged(ask)
    found = under_reached_of(ask, every_state)
    rows = in_words(found.rows.merge(ask("state_attention"), on="iso2", how="left"))
    return replace(found, summary={**found.summary, **in_sum(every_state)}, rows=rows)


def under_reached_in_brief(ask: Ask) -> Answer:
    """The same, its rows only as in dashboard.analysis.parity, its summary without what in_sum tells of all states."""
    return under_reached_of(ask, judged(ask))


def judged(ask: Ask) -> pd.DataFrame:
    """Rows as in dashboard.analysis.parity, for all member states, chosen or not."""
    return parity(all_states(ask), ask.filters.denominator)


def in_sum(rows: pd.DataFrame) -> dict[str, int]:
    """Of all states: states, signatures_of_states, and beyond_chance, whether they differ by more than chance."""
    observed = np.maximum(rows["observed"].to_numpy(dtype=np.float64), 0)
    expected = rows["expected"].to_numpy(dtype=np.float64)
    differ = bool(expected.sum()) and differ_beyond_chance(observed, expected / expected.sum())
    return {"states": len(rows), "signatures_of_states": int(observed.sum()), "beyond_chance": differ}


def in_words(states: pd.DataFrame) -> pd.DataFrame:
    """States as in dashboard.analysis.parity with in_words, the verdict on each as a reader hears it."""
    return states.assign(in_words=[_in_words(*row) for row in _as_numbers(states)])


def under_reached_of(ask: Ask, rows: pd.DataFrame) -> Answer:
    """The answer in brief where all states are judged already. rows: as judged gives them."""
    known, chosen = len(rows), ask.filters.countries
    is_chosen = rows["iso2"].isin(ask.known.codes(chosen)) | (not chosen)
    plan = closing(ask, rows, is_chosen & (rows["verdict"] == "under"))
    rows = rows[is_chosen] if chosen else rows
    counted = Counter(rows["verdict"])
    summary = {
        "signatures": int(rows["observed"].sum()),
        "denominator": ask.filters.denominator,
        **{verdict: counted[verdict] for verdict in _VERDICTS},
        "missing_to_parity": int(rows.loc[rows["verdict"] == "under", "missing_to_parity"].sum()),
        **(numbers_of(plan.rows.iloc[-1]) if len(plan.rows) else {}),
    }
    share = SHARE_OF[ask.filters.denominator]
    unknown = f"No member state has a {share}: none is known."
    return answer(ask, "under-reached", summary, rows, _sentence(rows, share, plan) if known else unknown)


def _in_words(
    observed: int, expected: float, ratio: float, low: float, high: float, least: int, most: int, verdict: str
) -> str:
    if math.isnan(ratio):
        return "No signatures to share out."
    return (
        f"{count_of(observed, 'signature')}, {rounded(expected)} at its share: {ratio:.2f} of it, could be anything "
        f"between {low:.2f} and {high:.2f}. Chance alone gives {number(least)} to {number(most)}. "
        f"Verdict: {_VERDICTS[verdict]}."
    )


def _as_numbers(states: pd.DataFrame) -> Iterable[Any]:
    """What _in_words needs of each."""
    names = ("observed", "expected", "ratio", "ratio_low", "ratio_high", "limit_low", "limit_high", "verdict")
    return zip(*(states[name].tolist() for name in names), strict=True)


def _sentence(rows: pd.DataFrame, share: str, plan: Closing) -> str:
    signatures = int(rows["observed"].sum())
    if not signatures:
        return "No signatures from member states in this selection."
    if len(rows) == 1:
        return f"{rows['name'].iloc[0]}: {in_words(rows)['in_words'].iloc[0]}"
    under, open_verdicts = rows[rows["verdict"] == "under"], int((rows["verdict"] == "too_little_evidence").sum())
    if open_verdicts == len(rows):
        return f"Too little evidence: {count_of(signatures, 'signature')} cannot show which member states lag."
    if not len(under):
        more = f"; for {open_verdicts} of {len(rows)} there is too little evidence" if open_verdicts else ""
        return f"No member state is below its {share} beyond chance{more}."
    names = under["name"].head(_FEWEST_NAMED).tolist()
    if more_states := len(under) - len(names):
        names.append(f"{more_states} more")
    one = len(under) == 1
    return (
        f"{count_of(len(under), 'member state')} {'is' if one else 'are'} below {'its' if one else 'their'} {share} "
        f"beyond chance: {listed(names)}. {_way_up(plan, len(under))}"
    )


def _way_up(plan: Closing, under: int) -> str:
    """'420 more signatures would bring them to it, about 60 more contacts at the rate of your best channel, email.'"""
    last = plan.rows.iloc[-1]
    lifted = int(last.lifted)
    whom = f"the nearest {lifted}" if lifted < under else "it" if under == 1 else "them"
    said = f"{count_of(int(last.additional), 'more signature')} would bring {whom} to par"
    if plan.best is None or pd.isna(last.contacts_needed):
        return f"{said}."
    channel = plan.best.channel.replace("_", " ")
    contacts = f"about {rounded(last.contacts_needed)} more contacts at the rate of your best channel, {channel}"
    return f"{said}, {contacts}."
