"""Rows as tables: a plain one that is seen at a glance, a grid that can be sorted and searched, and HTML text."""

from collections.abc import Iterator
from html import escape

import dash_ag_grid as dag
import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.aria import aria
from dashboard.columns import COLUMNS, written

_MOST_ROWS = 400
_AT_A_GLANCE = 150  # cells
_FORMATS = {
    "count": "d3.format(',.0f')(params.value)",
    "rate": "d3.format(params.value < 10 ? '.2f' : ',.1f')(params.value)",
    "ratio": "d3.format(',.2f')(params.value)",
    "share": "d3.format('.1%')(params.value)",
}


def table(rows: pd.DataFrame, ident: str, label: str) -> Component:
    """The table for these rows: a plain one while they can be seen at a glance, else a grid."""
    if len(rows) * len(_shown(rows)) > _AT_A_GLANCE:
        return html.Div([_grid(rows.head(_MOST_ROWS), ident), html.P(_rest(rows), className="subtitle")])
    head = html.Tr([html.Th(text, scope="col", className=kind) for text, kind in _heads(rows)])
    body = [html.Tr([html.Td(text, className=kind) for text, kind in cells]) for cells in _lines(rows)]
    inside = html.Table([html.Thead(head), html.Tbody(body)])
    return html.Div(inside, className="table", tabIndex=0, role="region", **aria(label=label))


def table_html(rows: pd.DataFrame) -> str:
    """The table as HTML text, for the twin of a figure: hundreds of cells as components would make the page slow."""
    head = "".join(f'<th scope="col" class="{kind}">{escape(text)}</th>' for text, kind in _heads(rows))
    body = "".join(
        "<tr>" + "".join(f'<td class="{kind}">{escape(text)}</td>' for text, kind in cells) + "</tr>"
        for cells in _lines(rows.head(_MOST_ROWS))
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{_rest(rows)}</p>"


def _shown(rows: pd.DataFrame) -> list[str]:
    return [name for name in rows.columns if name in COLUMNS]


def _heads(rows: pd.DataFrame) -> list[tuple[str, str]]:
    return [(COLUMNS[name].label, COLUMNS[name].css_class) for name in _shown(rows)]


def _lines(rows: pd.DataFrame) -> Iterator[list[tuple[str, str]]]:
    names = _shown(rows)
    for _, row in rows.iterrows():
        yield [(written(row[name], COLUMNS[name].kind), COLUMNS[name].css_class) for name in names]


def _rest(rows: pd.DataFrame) -> str:
    rest = len(rows) - _MOST_ROWS
    return f"{rest:,} more rows: the CSV file has them all." if rest > 0 else ""


def _grid(rows: pd.DataFrame, ident: str) -> Component:
    names = _shown(rows)
    shown = rows[names].copy()
    for name in names:
        if COLUMNS[name].kind in ("day", "moment"):
            shown[name] = shown[name].dt.strftime("%Y-%m-%d" if COLUMNS[name].kind == "day" else "%Y-%m-%d %H:%M")
    made: Component = dag.AgGrid(
        id=ident,
        rowData=shown.astype(object).where(shown.notna(), None).to_dict("records"),
        columnDefs=[_definition(name, first=name == names[0]) for name in names],
        defaultColDef={"filter": True, "minWidth": 110, "flex": 1, "wrapHeaderText": True, "autoHeaderHeight": True},
        style={"height": 420},
    )
    return made


def _definition(name: str, *, first: bool) -> dict[str, object]:
    column = COLUMNS[name]
    definition: dict[str, object] = {"field": name, "headerName": column.label}
    if first:
        definition |= {"pinned": "left", "flex": 0, "width": 200, "tooltipField": name}
    if column.is_number:
        definition |= {
            "type": "rightAligned",
            "filter": "agNumberColumnFilter",
            "valueFormatter": {"function": f"params.value == null ? '–' : {_FORMATS[column.kind]}"},
        }
    return definition
