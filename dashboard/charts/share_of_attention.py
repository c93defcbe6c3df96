"""The share of attention as a line for each source, broken where it says nothing, each point with its interval."""

from html import escape
from typing import Any

import pandas as pd

from dashboard.charts.periods import middles, period_axis, spans
from dashboard.charts.theme import Figure, axis, layout
from dashboard.palette import Palette
from dashboard.words import number, rounded

_HEIGHT, _NAME = 300, 18  # pixels; above the plot stand the names


def share_of_attention(periods: pd.DataFrame, palette: Palette) -> Figure:
    """periods: media_source, period_from, period_to, finished, mentions, articles, per_100000 with its interval."""
    colors = (palette.accent, palette.marker, palette.context, palette.muted)
    names = periods["media_source"].unique().tolist()
    looks = [(name, colors[min(place, len(colors) - 1)]) for place, name in enumerate(names)]
    each = periods.drop_duplicates("period_from").sort_values("period_from")
    return {
        "data": [_line(periods[periods["media_source"] == name], color, palette) for name, color in looks],
        "layout": layout(
            palette,
            _HEIGHT + _NAME * len(looks),
            margin={"l": 8, "r": 8, "t": 8 + _NAME * len(looks), "b": 8},
            xaxis=period_axis(each, palette),
            yaxis=axis(palette, rangemode="tozero", nticks=6, tickformat="~g"),
            annotations=[_names(looks)],
        ),
    }


def _line(rows: pd.DataFrame, color: str, palette: Palette) -> dict[str, object]:
    share = rows["per_100000"]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "cliponaxis": False,
        "x": middles(rows),
        "y": _drawn(share),
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": _drawn(rows["per_100000_high"] - share),
            "arrayminus": _drawn(share - rows["per_100000_low"]),
            "color": color,
            "thickness": 1,
            "width": 0,
        },
        "line": {"color": color, "width": 2},
        "marker": {
            "size": 6,
            "color": [color if over else palette.surface for over in rows["finished"]],
            "line": {"color": color, "width": 1.5},
        },
        "hovertext": [_said(when, row) for when, row in zip(spans(rows), rows.itertuples(), strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _drawn(numbers: pd.Series) -> list[float | None]:
    """A number that is missing breaks the line."""
    return [None if pd.isna(one) else float(one) for one in numbers]


def _said(when: str, row: Any) -> str:
    head = f"<b>{escape(row.media_source)}</b><br>{when}"
    if pd.isna(row.per_100000):
        return head
    low, high = rounded(row.per_100000_low), rounded(row.per_100000_high)
    share = f"{rounded(row.per_100000)} of 100,000 articles ({low} to {high})"
    counts = f"{number(row.mentions)} of {number(row.articles)}"
    return f"{head}<br>{share}<br>{counts}"


def _names(looks: list[tuple[str, str]]) -> dict[str, object]:
    """The sources in the colours of their lines."""
    text = "<br>".join(f'<span style="color:{color}"><b>{escape(name)}</b></span>' for name, color in looks)
    place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 6}
    return place | {"text": text, "showarrow": False, "align": "left"}
