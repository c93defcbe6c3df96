"""The card on mailings, on the page on outreach."""

from dash.development.base_component import Component

from dashboard.answers.mailings import mailings
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.charts.ranked_bars import ranked_bars
from dashboard.later import shape

_TITLE = "What became of each mailing"
MAILINGS = [shape(_TITLE, 215, "wide")]


def mailing_card(ask: Ask) -> list[Component]:
    """One card: the mailings in their order."""
    found = mailings(ask)
    figure = (
        ranked_bars(found.rows, ask.palette, name="wave", whole="delivered", part="clicked") if len(found.rows) else {}
    )
    return [
        card(
            ask,
            "mailings",
            title=_TITLE,
            subtitle=f"{found.sentence} Delivered, the first mailing first; solid: clicked. The table has what"
            " was sent, bounced and unsubscribed, and signatures above what would have come anyway in 72 hours.",
            rows=found.rows,
            picture=lambda: graph(figure, "mailings", found.sentence),
            empty=found.sentence,
            span="wide",
        )
    ]
