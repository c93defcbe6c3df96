"""The place of cards that take longer than their page: what stands there until a callback of their own fills it."""

from typing import Any

from dash.development.base_component import Component

from dashboard.aria import aria
from dashboard.elements import html


def later(name: str, shapes: list[Component], frame: str = "") -> Component:
    """name: of the cards in dashboard.pages.listed.LATER. shapes: what stands there until they come.

    frame: the class of a frame around them, where they have none of their own.
    """
    ident: Any = {"later": name}
    return html.Div(shapes, id=ident, className=f"later {frame}".strip())


def shape(title: str, height: int, span: str = "") -> Component:
    """A card to come: its title, and an area of its height in pixels, so that nothing on the page moves.

    span: as of a card.
    """
    return html.Section([html.H2(title), skeleton(height)], className=f"card {span}", **aria(busy="true"))


TABLE_HEIGHT = 505  # pixels, of a table with more rows than are seen at once, and of what stands around it


def skeleton(height: int) -> Component:
    """An area of that height in pixels that stands for what is to come."""
    return html.Div(className="skeleton", style={"height": height})
