"""A switch beside a figure's title: a choice of few, as links, since the address is the state."""

from collections.abc import Iterable

from dash.development.base_component import Component

from dashboard.aria import aria
from dashboard.elements import Link, html
from dashboard.filters import Filters


def switch(name: str, choices: Iterable[tuple[str, Filters]], shown: Filters, path: str = "") -> Component:
    """name: what is chosen, for who cannot see it. choices: what stands on each link and the filters it leads to.

    shown: the filters of this view, whose link is marked. path: of the page that the links lead to; "": this one.
    """
    links = [
        Link(words, href=path + filters.to_address(), className="chosen" if filters == shown else "")
        for words, filters in choices
    ]
    return html.Nav(links, className="switch", **aria(label=name))
