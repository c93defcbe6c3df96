"""Where does the campaign stand? The sentences of all pages, and the picture behind the first."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.answers.momentum import momentum_in_brief
from dashboard.answers.overview import in_short, standing
from dashboard.ask import Ask
from dashboard.cards import sentence
from dashboard.later import later, skeleton
from dashboard.pages import data, media, momentum, outreach, reach, under_reached
from dashboard.pages.momentum_cards import daily

PATH = "/"
TITLE = "Overview"
_PLACES = {
    "briefs-of-signatures": (momentum, reach, under_reached),
    "briefs-of-work": (outreach, media, data),
}
_PATHS = {page.TITLE: page.PATH for pages in _PLACES.values() for page in pages}
_BRIEF_HEIGHT = 140  # a number, what it is compared with, and a sentence of three lines


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked."""
    shapes = {name: {page: [skeleton(_BRIEF_HEIGHT)] for page in _shown(ask, name)} for name in _PLACES}
    return [
        sentence(standing(ask)),
        *(later(name, _briefs(ask, pages)) for name, pages in shapes.items()),
        daily(ask, momentum_in_brief(ask), ask("events")),
    ]


def briefs_of_signatures(ask: Ask) -> list[Component]:
    """The pages on signatures in short."""
    return _in_short(ask, "briefs-of-signatures")


def briefs_of_work(ask: Ask) -> list[Component]:
    """The other pages in short."""
    return _in_short(ask, "briefs-of-work")


def _shown(ask: Ask, place: str) -> list[str]:
    """The titles of the pages in that place which the reader may open."""
    return [page.TITLE for page in _PLACES[place] if ask.role.may_open(page.PATH)]


def _in_short(ask: Ask, place: str) -> list[Component]:
    said: dict[str, list[Component]] = {
        row["page"]: [
            html.P([html.Span(row["value"], className="value"), html.Span(f" {row['measured']}")]),
            html.P(row["compared"], className="compared"),
            html.P(row["finding"], className="brief-finding", dir="auto"),
        ]
        for _, row in in_short(ask, _shown(ask, place)).iterrows()
    }
    return _briefs(ask, said)


def _briefs(ask: Ask, said: dict[str, list[Component]]) -> list[Component]:
    """Each page as a link to it that keeps the filters. said: what stands on it, by the page's title."""
    address = ask.filters.to_address()
    links = [
        dcc.Link(
            [html.H2([page, html.Span(" →", className="subtitle")]), *parts],
            href=_PATHS[page] + address,
            className="brief",
        )
        for page, parts in said.items()
    ]
    return [html.Ul([html.Li(link) for link in links], className="briefs wide")]
