"""Which member states does the campaign not reach yet?"""

import pandas as pd

from dashboard.analysis.parity import parity
from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.words import count_of, listed

_FEWEST_NAMED = 5
SHARE_OF = {"population": "share of the population", "ep_seats": "share of the seats in the European Parliament"}


def under_reached(ask: Ask) -> Answer:
    """Rows as in dashboard.analysis.parity, with missing_kinds, last_contact_on and last_mention_on.

    One for each member state, or for those of them that are chosen.

    Parity is always among all member states, so choosing countries changes which rows are shown and none of them.
    """
    rows = parity(ask("member_states", countries=()), ask.filters.denominator)
    chosen = set(ask("reach_by_country")["iso2"])
    rows = rows[rows["iso2"].isin(chosen)].merge(ask("state_attention"), on="iso2", how="left")
    verdicts = rows["verdict"].value_counts()
    summary = {
        "signatures": int(rows["observed"].sum()),
        "denominator": ask.filters.denominator,
        **{verdict: int(verdicts.get(verdict, 0)) for verdict in ("under", "on_par", "over", "too_little_evidence")},
        "missing_to_parity": int(rows.loc[rows["verdict"] == "under", "missing_to_parity"].sum()),
    }
    return answer(ask, "under-reached", summary, rows, _sentence(rows, SHARE_OF[ask.filters.denominator]))


def _sentence(rows: pd.DataFrame, share: str) -> str:
    under = rows[rows["verdict"] == "under"]
    if not rows["observed"].sum():
        return "No signatures from member states in this selection."
    if not len(under):
        return f"No member state is below its {share} beyond chance."
    names = under["name"].head(_FEWEST_NAMED).tolist()
    if more := len(under) - len(names):
        names.append(f"{more} more")
    states = count_of(len(under), "member state")
    verb = "is" if len(under) == 1 else "are"
    return f"{states} {verb} below {'its' if len(under) == 1 else 'their'} {share} beyond chance: {listed(names)}."
