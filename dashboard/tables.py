"""Rows as tables. A table is text: hundreds of cells as components would make a page slow. In the browser it can be
sorted and searched (assets/tables.js).
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import Any

import pandas as pd
from dash.development.base_component import Component

from dashboard.aria import aria
from dashboard.columns import COLUMNS, Column
from dashboard.elements import html
from dashboard.written import written

Links = Mapping[str, Sequence[str]]
MOST_ROWS = 400
_NONE: Links = MappingProxyType({})
_AT_A_GLANCE = 12  # rows; more can be searched
_SEARCH = '<input type="search" placeholder="Search in this table" aria-label="Search in this table">'


def table(rows: pd.DataFrame, label: str, links: Links = _NONE) -> Component:
    """A table in a page. label: its name. links: as for table_html."""
    return _place(label, {"data-table": table_html(rows, links)})


def fetched_table(source: str, label: str) -> Component:
    """The place of a table that is fetched from its address when it comes into sight."""
    return _place(label, {"data-source": source})


def table_html(rows: pd.DataFrame, links: Links = _NONE) -> str:
    """The table as HTML text, its columns those that have a name for readers.

    links: for columns of these names and for each row, the address to which the cell leads.
    """
    names = [name for name in rows.columns if name in COLUMNS]
    head = "".join(_heading(COLUMNS[name]) for name in names)
    body = "".join(f"<tr>{''.join(cells)}</tr>" for cells in _lines(rows, names, links))
    search = _SEARCH if len(rows) > _AT_A_GLANCE else ""
    return f"{search}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{_rest(rows)}"


def _place(label: str, content: dict[str, str]) -> Component:
    return html.Div(className="table", tabIndex=0, role="region", **(aria(label=f"Table: {label}") | content))


def _heading(column: Column) -> str:
    return f'<th scope="col" class="{column.css_class}"><button type="button">{escape(column.label)}</button></th>'


def _lines(rows: pd.DataFrame, names: Sequence[str], links: Links) -> Iterator[tuple[str, ...]]:
    columns = [
        _cells(rows[name].tolist()[:MOST_ROWS], COLUMNS[name], links.get(name, ())[:MOST_ROWS]) for name in names
    ]
    return zip(*columns, strict=True)


def _cells(values: Sequence[Any], column: Column, links: Sequence[str]) -> list[str]:
    shown = [escape(written(value, column.kind)) for value in values]
    if links:
        shown = [f'<a href="{escape(link)}">{text}</a>' for text, link in zip(shown, links, strict=True)]
    sorted_by = [""] * len(shown)
    if column.is_ordered:
        sorted_by = [f' data-value="{value}"' if pd.notna(value) else "" for value in values]
    begin = f'<td class="{column.css_class}"'
    return [f"{begin}{by}>{text}</td>" for text, by in zip(shown, sorted_by, strict=True)]


def _rest(rows: pd.DataFrame) -> str:
    cut = len(rows) >= MOST_ROWS
    return f'<p class="subtitle">The first {MOST_ROWS} rows: the CSV file has all.</p>' if cut else ""
