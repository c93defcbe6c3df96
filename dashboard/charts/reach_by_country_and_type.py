"""Country by kind of institution as a heat map with its numbers and margins. Choosing a cell chooses both."""

from typing import Any

from dashboard.analysis.cross_table import CrossTable
from dashboard.charts.theme import Figure, axis, layout
from dashboard.palette import Palette
from dashboard.words import amount

_ROW = 24
_HEAD = 56  # pixels for names of kinds, in up to three lines
_ALL = "<b>All</b>"


def reach_by_country_and_type(table: CrossTable, links: list[list[str]], palette: Palette) -> Figure:
    """links: for each cell, the address that chooses it. A cell that never had a signature stays empty."""
    rows, columns = len(table.row_names), len(table.column_names)
    cells = table.cells.astype(object).where(table.cells.notna(), None).values.tolist()
    margins = [
        *((columns, row, n) for row, n in enumerate(table.by_row)),
        *((column, rows, n) for column, n in enumerate(table.by_column)),
        (columns, rows, sum(table.by_row)),
    ]
    return {
        "data": [
            {
                "type": "heatmap",
                # the root spreads the colours: one large cell would leave all others alike; the ends of the scale are
                # left out, so that numbers in one colour can be read on all of it
                "z": [[None if n is None else max(n, 0) ** 0.5 for n in row] for row in cells],
                "text": [["" if n is None else amount(n) for n in row] for row in cells],
                "texttemplate": "%{text}",
                "textfont": {"color": palette.text},
                "customdata": [
                    [[link, f"{country}, {kind}"] for link, kind in zip(row, table.column_names, strict=True)]
                    for row, country in zip(links, table.row_names, strict=True)
                ],
                "colorscale": [[i / 2, color] for i, color in enumerate(palette.amounts[:3])],
                "zmin": 0,
                "showscale": False,
                "xgap": 2,
                "ygap": 2,
                "hoverongaps": False,
                "hovertemplate": "<b>%{customdata[1]}</b><br>%{text} signatures<extra></extra>",
            },
            {
                "type": "scatter",
                "mode": "text",
                "x": [x for x, _, _ in margins],
                "y": [y for _, y, _ in margins],
                "text": [amount(n) for _, _, n in margins],
                "textfont": {"color": palette.text},
                "hoverinfo": "skip",
            },
        ],
        "layout": layout(
            palette,
            _HEAD + _ROW * (rows + 1) + 16,
            margin={"l": 8, "r": 8, "t": _HEAD, "b": 8},
            xaxis=_names([name.replace(" ", "<br>") for name in table.column_names], palette, side="top"),
            yaxis=_names(table.row_names, palette, ticklabelstandoff=6) | {"range": [rows + 0.5, -0.5]},
        ),
    }


def _names(names: list[str], palette: Palette, **own: Any) -> dict[str, Any]:
    ticks = {"tickvals": list(range(len(names) + 1)), "ticktext": [*names, _ALL], "tickangle": 0}
    shown = {"showgrid": False, "range": [-0.5, len(names) + 0.5], "tickfont": {"color": palette.text}}
    return axis(palette, **ticks, **shown, **own)
