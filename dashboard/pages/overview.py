"""Where does the campaign stand? The sentences of all pages, and the picture behind the first."""

from collections.abc import Callable, Sequence
from functools import partial
from types import ModuleType

from dash.development.base_component import Component

from dashboard.answers.events import happened
from dashboard.answers.momentum import momentum_in_brief
from dashboard.answers.overview import in_short, standing
from dashboard.ask import Ask
from dashboard.cards import sentence
from dashboard.elements import Link, html
from dashboard.later import later, skeleton
from dashboard.pages import data, media, momentum, outreach, reach, under_reached
from dashboard.pages.momentum_cards import daily

PATH = "/"
TITLE = "Overview"
_PAGES = (momentum, reach, under_reached, outreach, media, data)
_HEIGHT = 140  # of a brief: a number, what it is compared with, and a sentence of three lines


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked."""
    shown = [page for page in _PAGES if ask.role.may_open(page.PATH)]
    places = [later(f"brief-of-{page.PATH[1:]}", [_link(ask, page, [skeleton(_HEIGHT)])]) for page in shown]
    return [
        sentence(standing(ask)),
        html.Ul([html.Li(place) for place in places], className="briefs wide"),
        daily(ask, momentum_in_brief(ask), happened(ask)),
    ]


def _brief(page: ModuleType, ask: Ask) -> list[Component]:
    """What the page says, in short; nothing where the reader may not open it."""
    if not ask.role.may_open(page.PATH):
        return []
    said = in_short(ask, [page.TITLE]).iloc[0]
    parts = [
        html.P([html.Span(said["value"], className="value"), html.Span(f" {said['measured']}")]),
        html.P(said["compared"], className="compared"),
        html.P(said["finding"], className="brief-finding", dir="auto"),
    ]
    return [_link(ask, page, parts)]


def _link(ask: Ask, page: ModuleType, parts: Sequence[Component]) -> Component:
    """To the page, with the filters."""
    head = html.H2([page.TITLE, html.Span(" →", className="subtitle")])
    return Link([head, *parts], href=page.PATH + ask.filters.to_address(), className="brief")


BRIEFS: dict[str, Callable[[Ask], list[Component]]] = {
    f"brief-of-{page.PATH[1:]}": partial(_brief, page) for page in _PAGES
}
"""Each other page in short, by the name of its place."""
