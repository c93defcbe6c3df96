"""The place of cards that take longer than their page: what stands there until a callback of their own fills it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.aria import aria


def later(name: str, titles: list[str], span: str = "") -> Component:
    """name: of the cards in dashboard.pages.listed.LATER. titles: of the cards to come. span: as of a card.

    The cards have the shape of those to come, so that nothing on the page moves.
    """
    ident: Any = {"later": name}
    cards = [
        html.Section([html.H2(title), html.Div(className="skeleton")], className=f"card {span}", **aria(busy="true"))
        for title in titles
    ]
    return html.Div(cards, id=ident, className="later")
