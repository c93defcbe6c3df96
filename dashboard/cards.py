"""One frame for every figure: what it says, the figure, its table, its file, its definition, its completeness."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
from dash import dcc
from dash.development.base_component import Component

from dashboard.aria import aria
from dashboard.ask import Ask
from dashboard.charts.theme import Figure
from dashboard.choosing import links_in_table
from dashboard.completeness import completeness
from dashboard.elements import Link, html
from dashboard.file_name import file_name
from dashboard.filters import Filters
from dashboard.metric import Metric, metric
from dashboard.palette import on_paper
from dashboard.tables import fetched_table, table
from dashboard.words import unbroken

_QUIET: Any = {"displayModeBar": False, "responsive": True, "scrollZoom": False}
_FIGURE = "figure"
_COPIES: Any = {"data-copy": "true"}


def card(
    ask: Ask,
    ident: str,
    *,
    question: str = "",
    title: str,
    subtitle: str,
    rows: pd.DataFrame,
    picture: Callable[[], Component] | None = None,
    defined_by: str = "",
    empty: str = "Nothing in this selection.",
    tools: Component | None = None,
    span: str = "",
    all_countries: bool = False,
    table_later: bool = False,
) -> Component:
    """A figure in its frame. ident: its name on the page, and of the question whose rows are its table and CSV file,
    unless that is named by question. defined_by: the metric that explains it, if it has another name than the question.

    picture: makes the figure; without one the table stands in its place and has no twin. empty: said where there are no
    rows; a subtitle that says the same is left out then. tools: a switch beside the title. span: 'wide': all of the
    width; 'scrolls': a figure too wide for a phone. all_countries: whether the figure keeps all countries in sight,
    whichever are chosen. table_later: the table that stands in the card is fetched when it comes into sight; rows only
    say whether there is one.
    """
    question = question or ident
    definition = metric(defined_by or question.replace("-", "_"))
    filters = replace(ask.filters, countries=()) if all_countries else ask.filters
    address = filters.to_address()
    said_already = empty in subtitle or subtitle in empty
    measured = html.P(unbroken(subtitle), className="subtitle") if len(rows) or not said_already else None
    head = html.Div([html.H2(title, id=f"{ident}-title"), measured])
    source = _source(ask, question, all_countries)
    if len(rows) and picture:
        body = picture()
    elif len(rows):
        body = fetched_table(source, title) if table_later else table(rows, title, links_in_table(ask, rows))
    else:
        body = _nothing(ask, empty)
    here = f"{ask.filters.to_address()}#{ident}-card"
    actions = [
        *([html.Details([html.Summary("Table"), fetched_table(source, title)])] if picture and len(rows) else []),
        html.A("CSV", href=f"/download/{question}.csv{address}", download=""),
        *([_png(ask, ident)] if getattr(body, "className", "") == _FIGURE else []),
        html.A("Link", href=here, title="Copy a link to this view", **_COPIES),
        _explanation(ask, definition),
    ]
    footer = html.Footer([*actions, html.P(completeness(ask, definition), className="completeness")])
    return html.Section(
        [html.Div([head, tools], className="card-head"), body, footer],
        className=f"card {span}",
        id=f"{ident}-card",
        **aria(labelledby=f"{ident}-title"),
    )


def _nothing(ask: Ask, said: str) -> Component:
    """What stands where there are no rows, and the way back to all of them where filters may have left none."""
    everything = Filters(ask.filters.campaign_id)
    if not ask.filters.pieces(ask.known):
        return html.P(said, className="empty")
    way_back = Link("Show the whole campaign", href=everything.to_address())
    return html.P([said, " ", way_back], className="empty")


def _source(ask: Ask, question: str, all_countries: bool) -> str:
    """Where the table comes from. Another snapshot is another address, so that it is fetched again."""
    scope = "&all_countries=yes" if all_countries else ""
    return f"/table/{question}{ask.filters.to_address()}{scope}&shown={ask.snapshot.snapshot_id}"


def _explanation(ask: Ask, definition: Metric) -> Component:
    """How the figure is computed, from the head of its SQL file, and the way to all definitions."""
    all_of_them = Link("All definitions", href=f"/glossary{ask.filters.to_address()}#computed-{definition.name}")
    return html.Details(
        [html.Summary("How is this computed?"), html.P(unbroken(definition.counted)), html.P(all_of_them)]
    )


def _png(ask: Ask, ident: str) -> Component:
    """The figure as an image, which the browser makes (assets/figures.js), in the colours of paper."""
    made: Any = {"data-picture": file_name(ask, ident), "data-paper": json.dumps(on_paper(ask.palette))}
    return html.Button("PNG", **made)


def graph(figure: Figure, ident: str, says: str) -> Component:
    """A Plotly figure with a text of what it shows. Points that carry an address as customdata can be chosen.

    Its height is the frame's, not the figure's own, so that the stylesheet can make it lower on a phone.
    """
    own = {name: value for name, value in figure["layout"].items() if name != "height"}
    drawn = dcc.Graph(
        figure=figure | {"layout": own},
        id={"figure": ident},
        config=_QUIET,
        responsive=True,
        style={"height": "100%"},
    )
    frame = {"height": figure["layout"]["height"]}
    inside = html.Div(drawn, style=frame)
    return html.Div(inside, className=_FIGURE, id=ident, role="img", tabIndex=0, **aria(label=says))


def sentence(text: str) -> Component:
    """What the page found, said first."""
    return html.H1(unbroken(text), className="finding", id="finding", **aria(live="polite"))
