"""Whom to ask next?"""

import pandas as pd

from dashboard.analysis.conversion import rates_by_kind
from dashboard.analysis.next_contacts import next_contacts as ranked
from dashboard.analysis.state_kinds import judged_cells
from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.words import count_of, within

_ROWS = ["iso2", "name", "institution_type", "label", "observed", "expected", "missing_to_parity", "gain"]
_TRIED = ["last_contact_on", "last_mention_on", "ask_from"]


def next_contacts(ask: Ask) -> Answer:
    """Rows as in dashboard.analysis.next_contacts, of the chosen member states, seen from the end of the chosen days.

    Summary: places (states and kinds with signatures missing), waiting (those asked within a week).
    """
    cells = judged_cells(ask("state_kinds"), ask.filters.denominator)
    rates, rate_of_all = rates_by_kind(ask("conversion", countries=()))
    on = min(ask.filters.to_day or ask.as_of, ask.as_of)
    rows = ranked(cells[cells["is_chosen"]], rates, rate_of_all, on)[[*_ROWS, *_TRIED]]
    summary = {"places": len(rows), "waiting": int(rows["ask_from"].notna().sum())}
    return answer(ask, "next-contacts", summary, rows, _sentence(rows, summary["waiting"]))


def _sentence(rows: pd.DataFrame, waiting: int) -> str:
    free = rows[rows["ask_from"].isna()]
    if not len(free):
        return "Nothing is missing that could be asked for now."
    first = free.iloc[0]
    missing = count_of(int(first.missing_to_parity), "signature")
    said = f"Ask next: {first.label.lower()} in {within(first['name'])}, {missing} below the share"
    rest = f"; {count_of(waiting, 'place was', 'places were')} asked in the last week and can wait" if waiting else ""
    return f"{said}{rest}."
