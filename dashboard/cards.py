"""One frame for every figure: what it says, the figure, its table, its file, its definition, its completeness."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pandas as pd
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.aria import aria
from dashboard.ask import Ask
from dashboard.charts.theme import Figure
from dashboard.metric import metric
from dashboard.tables import table
from dashboard.words import age, number

_TOOLS: Any = {"displaylogo": False, "modeBarButtons": [["toImage"]], "responsive": True, "scrollZoom": False}


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
) -> Component:
    """A figure in its frame. ident: its name on the page, and of the question whose rows are its table and CSV file,
    unless that is named by question. defined_by: the metric that explains it, if it has another name than the question.

    picture: makes the figure; without one the table stands in its place and has no twin. empty: said where there are no
    rows. tools: a switch beside the title. span: 'wide': the whole width; 'scrolls': a figure too wide for a phone.
    all_countries: whether the figure keeps all countries in sight, whichever are chosen.
    """
    question = question or ident
    definition = metric(defined_by or question.replace("-", "_"))
    filters = replace(ask.filters, countries=()) if all_countries else ask.filters
    address = filters.to_address()
    head = html.Div([html.H2(title, id=f"{ident}-title"), html.P(subtitle, className="subtitle")])
    body: Component = html.P(empty, className="empty")
    if len(rows):
        body = picture() if picture else table(rows, f"{ident}-table", title)
    twin = [_twin(f"/table/{question}{address}", title, ask)] if picture and len(rows) else []
    footer = html.Footer(
        [
            *twin,
            html.Details([html.Summary("How is this computed?"), html.P(definition.counted)]),
            html.A("CSV", href=f"/download/{question}.csv{address}", download=""),
            html.P(_completeness(ask), className="completeness"),
        ]
    )
    return html.Section(
        [html.Div([head, tools], className="card-head"), body, footer],
        className=f"card {span}",
        id=f"{ident}-card",
        **aria(labelledby=f"{ident}-title"),
    )


def _twin(source: str, label: str, ask: Ask) -> Component:
    """The figure's table, fetched when it is opened (assets/dashboard.js). Its key makes other rows another table."""
    inside = html.Div(className="table", tabIndex=0, role="region", **(aria(label=label) | {"data-source": source}))
    return html.Details([html.Summary("Table"), inside], key=f"{ask.snapshot.snapshot_id} {source}")


def graph(figure: Figure, ident: str, says: str) -> Component:
    """A Plotly figure with a text of what it shows. Points that carry an address as customdata can be chosen.

    Its height is the frame's, not the figure's own, so that the stylesheet can make it lower on a phone.
    """
    own = {name: value for name, value in figure["layout"].items() if name != "height"}
    drawn = dcc.Graph(
        figure=figure | {"layout": own},
        id={"figure": ident},
        config=_TOOLS,
        responsive=True,
        style={"height": "100%"},
    )
    frame = {"height": figure["layout"]["height"]}
    return html.Div(html.Div(drawn, style=frame), className="figure", id=ident, role="img", **aria(label=says))


def sentence(text: str) -> Component:
    """What the page found, said first."""
    return html.P(text, className="finding", id="finding", **aria(live="polite"))


def _completeness(ask: Ask) -> str:
    known, total = int(ask.totals.known_country), int(ask.totals.signatures)
    old = age(datetime.now(UTC) - ask.snapshot.built_at)
    return f"Known country {number(known)} of {number(total)} · snapshot {ask.snapshot.snapshot_id}, {old}"
