"""The card on people who signed an earlier campaign."""

from dash.development.base_component import Component

from dashboard.answers.returners import returners
from dashboard.ask import Ask
from dashboard.cards import card


def returned(ask: Ask) -> list[Component]:
    """The card; none where there is no earlier campaign to compare with."""
    found = returners(ask)
    if found.rows.empty:
        return []
    return [
        card(
            ask,
            "returners",
            title="Who has signed before",
            subtitle=f"{found.sentence} People of the whole campaign, whichever filters are chosen.",
            rows=found.rows,
            span="wide",
        )
    ]
