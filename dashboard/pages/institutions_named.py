"""How many institutions signers named: a figure at the head of two pages, which takes longer than the others."""

from dash.development.base_component import Component

from dashboard.ask import Ask
from dashboard.head_figures import HeadFigure, filled, to_come
from dashboard.words import count_of, number

_LABEL = "Institutions named"
INSTITUTIONS_NAMED = to_come(_LABEL, "institutions-named")


def institutions_named(ask: Ask) -> list[Component]:
    """The figure, and how many organisations signed in their own name."""
    organisations = int(ask.totals.organisations)
    besides = f"{count_of(organisations, 'organisation')} signed too" if organisations else "by those who signed"
    return filled(HeadFigure(_LABEL, number(ask.institutions), besides), ask)
