"""Which countries does the campaign reach?"""

from dataclasses import replace

import numpy as np
import pandas as pd

from dashboard.analysis.reach import whole, with_intervals
from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.catalogue import MEMBER_STATES, Country
from dashboard.metric import metric
from dashboard.words import count_of, listed, percent, rounded


def reach(ask: Ask) -> Answer:
    """Rows: iso2, name, is_member_state, signatures, population, per_million, share, each measure with _low and _high.

    One row for each chosen member state, and for each other country with signatures; the unknown country is ZZ.
    """
    found = reach_in_brief(ask)
    return replace(found, summary={**found.summary, "institutions": ask.institutions})


def reach_in_brief(ask: Ask) -> Answer:
    """The same without the institutions, which take the longest to count."""
    rows = with_intervals(by_country(ask))
    people = ask.records("people")[0] if ask.filters.by != "first" else vars(ask.totals)  # where both say the same
    states = rows[rows["is_member_state"]]
    signatures, known_country = _number(people["signatures"]), _number(people["known_country"])
    summary = {
        "by": ask.filters.by,
        "signatures": signatures,
        "organisations": int(people["organisations"]),
        "countries": int(people["countries"]),
        "member_states": int(people["member_states"]),
        "member_states_shown": len(states),
        "known_country": known_country,
    }
    sentence = ask.filters.nothing(ask.known, "signatures")
    if signatures:
        sentence = _sentence(signatures, states, known_country)
    return answer(ask, "reach", summary, rows, sentence)


def reach_by_country(ask: Ask) -> Answer:
    """Rows as of by_country."""
    rows = by_country(ask)
    said = f"{metric('reach_by_country').title}: {len(rows)} rows."
    return answer(ask, "reach-by-country", {"rows": len(rows)}, rows, said)


def by_country(ask: Ask) -> pd.DataFrame:
    """Rows: iso2, name, is_member_state, signatures, population, per_million, share, as of the answer reach.

    Where everybody counts by the first affiliation, as in the totals, they take no statement of their own.
    """
    if ask.filters.by != "first":
        return whole(ask("reach_by_country"))
    signatures, known = ask.counted().by_country(), {one.iso2: one for one in ask.known.countries}
    states = set(ask.known.codes(ask.filters.countries or (MEMBER_STATES,)))
    in_view = {code for code, one in known.items() if one.is_member_state and code in states}
    in_view |= {code for code, count in signatures.items() if count}
    shown = [known.get(code, Country(code, "Country unknown", False)) for code in in_view]
    shown.sort(key=lambda one: (-signatures[one.iso2], one.name))
    counts = np.array([signatures[one.iso2] for one in shown], dtype=np.int64)
    population = pd.array([one.population for one in shown], dtype="Int64")
    return pd.DataFrame(
        {
            "iso2": [one.iso2 for one in shown],
            "name": [one.name for one in shown],
            "is_member_state": [one.is_member_state for one in shown],
            "signatures": counts,
            "population": population,
            "per_million": 1e6 * counts / population.to_numpy(np.float64, na_value=np.nan),
            "share": counts / (signatures.total() or np.nan),
        }
    )


def _number(count: float) -> float:
    return int(count) if count == int(count) else float(count)


def _sentence(signatures: float, states: pd.DataFrame, known_country: float) -> str:
    counts = states["signatures"].tolist()
    reached = sum(count > 0 for count in counts)
    if not reached:
        return f"{count_of(signatures, 'signature')}, none of them known to be from a member state shown here."
    if len(states) == 1:
        state = states.iloc[0]
        return (
            f"{state['name']}: {count_of(state.signatures, 'signature')}, "
            f"{rounded(state.per_million)} per million inhabitants."
        )
    first = min(reached, 3)  # the rows come in that order
    most, part = states["name"].tolist()[:first], sum(counts[:first]) / max(known_country, 1)
    return (
        f"{reached} of {len(states)} member states reached; {listed(most)} "
        f"{'gives' if len(most) == 1 else 'give'} {percent(part)} of the "
        f"{count_of(known_country, 'signature')} with a known country."
    )
