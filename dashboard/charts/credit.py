"""One bar of 100 % for each way to tell what signatures came through; outlined, at its end: the unknown."""

from collections.abc import Hashable
from html import escape
from typing import Any

import pandas as pd

from dashboard.charts.theme import Figure, axis, layout
from dashboard.palette import Palette
from dashboard.words import count_of, percent

_ROW = 56
_STRONG = 2  # of palette.amounts, from the end: text on them has the colour of the surface


def credit(parts: pd.DataFrame, palette: Palette, unknown: str) -> Figure:
    """parts: credited_by, credited_to, signatures, share, place (in its bar, from 0, the largest first).

    unknown: what the outlined part is called. A part too narrow for its name shows it when hovered over.
    """
    ways = parts["credited_by"].unique().tolist()
    return {
        "data": [_segment(part, ways, palette, unknown) for part in parts.to_dict("records")],
        "layout": layout(
            palette,
            24 + _ROW * len(ways),
            barmode="stack",
            uniformtext={"minsize": 11, "mode": "hide"},
            xaxis=axis(palette, showgrid=False, showticklabels=False, range=[0, 1]),
            yaxis=axis(
                palette,
                showgrid=False,
                range=[len(ways) - 0.5, -0.5],
                tickvals=list(range(len(ways))),
                ticktext=[way.capitalize() for way in ways],
                ticklabelstandoff=6,
                tickfont={"color": palette.text, "size": 13},
            ),
        ),
    }


def _segment(part: dict[Hashable, Any], ways: list[str], palette: Palette, unknown: str) -> dict[str, Any]:
    place = min(part["place"], len(palette.amounts) - 1)
    fill, text = palette.amounts[-1 - place], palette.surface if place < _STRONG else palette.text
    line = {"width": 1, "color": palette.surface}
    if part["credited_to"] == unknown:
        fill, text, line = palette.land, palette.text, {"width": 1, "color": palette.context}
    return {
        "type": "bar",
        "orientation": "h",
        "width": 0.72,
        "x": [part["share"]],
        "y": [ways.index(part["credited_by"])],
        "text": [f"{escape(part['credited_to'])} {percent(part['share'])}"],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "insidetextfont": {"color": text},
        "textangle": 0,
        "hovertext": [_hover(part)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": fill, "line": line},
    }


def _hover(part: dict[Hashable, Any]) -> str:
    signatures, share = count_of(part["signatures"], "signature"), percent(part["share"])
    return f"<b>{escape(part['credited_to'])}</b><br>{signatures}<br>{share} by {part['credited_by']}"
