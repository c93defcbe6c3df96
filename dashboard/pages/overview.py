"""Where does the campaign stand? The sentences of all pages, and the picture behind the first."""

import pandas as pd
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.answers.momentum import momentum as pace_of
from dashboard.answers.overview import overview
from dashboard.ask import Ask
from dashboard.cards import sentence
from dashboard.pages import data, media, momentum, outreach, reach, under_reached

PATH = "/"
TITLE = "Overview"
_PATHS = {page.TITLE: page.PATH for page in (momentum, reach, under_reached, outreach, media, data)}


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked."""
    found, address = overview(ask), ask.filters.to_address()
    return [
        sentence(found.sentence),
        html.Ul([_brief(row, address) for _, row in found.rows.iterrows()], className="briefs wide"),
        momentum.daily(ask, pace_of(ask), ask("events")),
    ]


def _brief(row: pd.Series, address: str) -> Component:
    """One page in short, as a link to it that keeps the filters."""
    return html.Li(
        dcc.Link(
            [
                html.H2([row["page"], html.Span(" →", className="subtitle")]),
                html.P([html.Span(row["value"], className="value"), html.Span(f" {row['label']}")]),
                html.P(row["compared"], className="compared"),
                html.P(row["finding"], className="brief-finding", dir="auto"),
            ],
            href=_PATHS[row["page"]] + address,
            className="brief",
        )
    )
