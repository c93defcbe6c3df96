"""Which members of the European Parliament did we contact, and where would more contacts help most?"""

import pandas as pd

from dashboard.analysis.parity import parity
from dashboard.answers.answer import Answer, answer
from dashboard.answers.member_states import all_states
from dashboard.ask import Ask
from dashboard.words import count_of, listed, number, percent

_MOST_NAMED = 5


def members(ask: Ask) -> Answer:
    """Rows: those of the question members_by_state with observed (signatures), verdict (of the state against its share,
    as in dashboard.analysis.verdicts) and in_words (what is odd about a state's numbers; missing: nothing).

    Summary: listed, contacted, replied; lead_listed, lead_contacted (of the lead committees); few_signers (states below
    their share that have members in lead committees); odd_states (more members than the state has seats).
    """
    states = ask("members_by_state")
    judged = parity(all_states(ask), ask.filters.denominator)[["iso2", "observed", "verdict"]]
    rows = states.merge(judged, on="iso2", how="left")
    rows["in_words"] = [_odd(row) for _, row in states.iterrows()]
    few = rows[(rows["verdict"] == "under") & (rows["lead_listed"] > 0)]
    summary = {
        "listed": int(rows["listed"].sum()),
        "contacted": int(rows["contacted_members"].sum()),
        "replied": int(rows["replied"].sum()),
        "lead_listed": int(rows["lead_listed"].sum()),
        "lead_contacted": int(rows["lead_contacted"].sum()),
        "few_signers": len(few),
        "odd_states": int(rows["in_words"].notna().sum()),
    }
    return answer(ask, "members", summary, rows, " ".join(_sentences(rows, few, summary)))


def _sentences(rows: pd.DataFrame, few: pd.DataFrame, summary: dict[str, int]) -> list[str]:
    if not len(rows):
        return ["No members of the European Parliament have been loaded: a list of them is a file of outreach."]
    contacted, replied = summary["contacted"], summary["replied"]
    of_all = f" of {number(summary['listed'])} listed" if summary["listed"] else ""
    said = [f"{count_of(contacted, 'member')}{of_all} contacted, {number(replied)} replied."]
    if whole := summary["lead_listed"]:
        part = summary["lead_contacted"]
        said.append(f"Of {count_of(whole, 'member')} of the lead committees, {number(part)} ({percent(part / whole)}).")
    if len(few):
        names = [f"{row['name']} ({row.lead_listed})" for _, row in few.head(_MOST_NAMED).iterrows()]
        more = [f"{len(few) - len(names)} more"] if len(few) > len(names) else []
        said.append(f"Few signers, and members in the lead committees: {listed(names + more)}.")
    if odd := rows["in_words"].dropna().tolist():
        said.append(f"Data to look at: {' '.join(odd)}")
    return said


def _odd(state: pd.Series) -> str | None:
    """What cannot be true of one state."""
    for count, what in ((state.contacted_members, "contacted"), (state.listed, "listed")):
        if count > state.seats:
            return f"{state['name']} has {count_of(state.seats, 'seat')}, and {number(count)} members are {what}."
    return None
