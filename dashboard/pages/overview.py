"""Where does the campaign stand? The sentences of all pages, and the picture behind the first."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.answers.momentum import momentum_in_brief
from dashboard.answers.overview import overview, standing
from dashboard.ask import Ask
from dashboard.cards import sentence
from dashboard.later import later, skeleton
from dashboard.pages import data, media, momentum, outreach, reach, under_reached
from dashboard.pages.momentum_cards import daily

PATH = "/"
TITLE = "Overview"
_PATHS = {page.TITLE: page.PATH for page in (momentum, reach, under_reached, outreach, media, data)}
_BRIEF_HEIGHT = 140  # a number, what it is compared with, and a sentence of three lines


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked."""
    shapes = {page: [skeleton(_BRIEF_HEIGHT)] for page, path in _PATHS.items() if ask.role.may_open(path)}
    return [
        sentence(standing(ask)),
        later("briefs", _briefs(ask, shapes)),
        daily(ask, momentum_in_brief(ask), ask("events")),
    ]


def briefs(ask: Ask) -> list[Component]:
    """Every page in short."""
    rows = overview(ask).rows
    said: dict[str, list[Component]] = {
        row["page"]: [
            html.P([html.Span(row["value"], className="value"), html.Span(f" {row['measured']}")]),
            html.P(row["compared"], className="compared"),
            html.P(row["finding"], className="brief-finding", dir="auto"),
        ]
        for _, row in rows.iterrows()
        if ask.role.may_open(_PATHS[row["page"]])
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
