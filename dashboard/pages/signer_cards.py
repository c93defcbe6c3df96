"""Who signed: institutions, organisations, networks, and one country's own view, on the page on reach."""

from dash.development.base_component import Component

from dashboard.ask import Ask
from dashboard.cards import card
from dashboard.later import TABLE_HEIGHT, shape
from dashboard.pages.network_cards import network_cards
from dashboard.pages.one_country import one_country

_INSTITUTIONS = "Institutions"
SIGNERS = [shape(_INSTITUTIONS, TABLE_HEIGHT, "wide")]


def signer_cards(ask: Ask) -> list[Component]:
    """The institutions, and what else there is to show in this selection."""
    return [_institutions(ask), *_organisations(ask), *network_cards(ask), *one_country(ask)]


def _institutions(ask: Ask) -> Component:
    """The institutions that signers name."""
    named = ask("institutions_named")
    return card(
        ask,
        "institutions",
        title=_INSTITUTIONS,
        subtitle="Signatures whose affiliation names the institution",
        rows=named[named["institutions"] > 0],
        table_later=True,
        empty="No signature in this selection names an institution.",
        span="wide",
    )


def _organisations(ask: Ask) -> list[Component]:
    """The organisations that signed in their own name, which nothing else counts; nothing where none did."""
    rows = ask("organisations")
    if not len(rows):
        return []
    title = "Organisations that sign in their own name"
    return [card(ask, "organisations", title=title, subtitle="Counted apart from people", rows=rows)]
