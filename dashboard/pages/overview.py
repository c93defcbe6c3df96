"""Where does the campaign stand? The sentences of all pages, and the picture behind the first."""

import pandas as pd
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.answers.overview import answers_of_pages, in_short
from dashboard.ask import Ask
from dashboard.cards import sentence
from dashboard.pages import data, media, momentum, outreach, reach, under_reached
from dashboard.pages.momentum_cards import daily

PATH = "/"
TITLE = "Overview"
_PATHS = {page.TITLE: page.PATH for page in (momentum, reach, under_reached, outreach, media, data)}


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked."""
    pages, address = answers_of_pages(ask), ask.filters.to_address()
    found = in_short(ask, pages)
    return [
        sentence(found.sentence),
        html.Ul([_brief(row, address) for _, row in found.rows.iterrows()], className="briefs wide"),
        daily(ask, pages[momentum.TITLE], ask("events")),
    ]


def _brief(row: pd.Series, address: str) -> Component:
    """One page in short, as a link to it that keeps the filters."""
    return html.Li(
        dcc.Link(
            [
                html.H2([row["page"], html.Span(" →", className="subtitle")]),
                html.P([html.Span(row["value"], className="value"), html.Span(f" {row['measured']}")]),
                html.P(row["compared"], className="compared"),
                html.P(row["finding"], className="brief-finding", dir="auto"),
            ],
            href=_PATHS[row["page"]] + address,
            className="brief",
        )
    )
