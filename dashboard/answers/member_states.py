"""The member states, how large they are, and what came from each."""

import pandas as pd

from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.metric import metric


def member_states(ask: Ask) -> Answer:
    """Rows: iso2, name, observed (signatures), population, ep_seats, ep_seats_2020, network_sites, institutions.

    One for each member state, by name.
    """
    rows = _with_observed(ask)
    return answer(
        ask, "member-states", {"rows": len(rows)}, rows, f"{metric('member_states').title}: {len(rows)} rows."
    )


def all_states(ask: Ask) -> pd.DataFrame:
    """The rows of the answer member-states, whichever countries are chosen."""
    return _with_observed(ask.with_filters(countries=()))


def _with_observed(ask: Ask) -> pd.DataFrame:
    """How large a state is depends on no days, so that it is asked once."""
    rows, signatures = ask("member_states"), ask.counted().by_country()
    rows.insert(2, "observed", [signatures[code] for code in rows["iso2"]])
    return rows
