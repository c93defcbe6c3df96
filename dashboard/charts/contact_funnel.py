"""Contacts at each step as bars, widest first, with the share that reached it and what chance could make of that."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from dashboard.charts.theme import Figure, axis, layout
from dashboard.palette import Palette
from dashboard.words import count_of, number, percent

_ROW = 34
_ROOM = 1.3  # beyond the longest bar, for its number and rate
_DECLINED_APART = 0.5  # rows


def contact_funnel(rows: pd.DataFrame, palette: Palette) -> Figure:
    """rows: step, contact_count, share, share_low, share_high, of_previous; contacted first, declined last."""
    steps = rows.to_dict("records")
    declined = [step["step"] == "declined" for step in steps]
    places = [place + (_DECLINED_APART if apart else 0.0) for place, apart in enumerate(declined)]
    whole = max(1, *(step["contact_count"] for step in steps))
    names = [step["step"].capitalize() for step in steps]
    colors = [palette.context if apart else palette.accent for apart in declined]
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "width": 0.72,
                "x": [step["contact_count"] for step in steps],
                "y": places,
                "hovertext": _hover(names, steps),
                "hovertemplate": "%{hovertext}<extra></extra>",
                "marker": {"color": colors},
                "error_x": {
                    "type": "data",
                    "symmetric": False,
                    "array": [(step["share_high"] - step["share"]) * whole for step in steps],
                    "arrayminus": [(step["share"] - step["share_low"]) * whole for step in steps],
                    "color": palette.muted,
                    "thickness": 1,
                    "width": 4,
                },
            },
            {
                "type": "scatter",
                "mode": "text",
                "x": [max(step["share_high"] * whole, float(step["contact_count"])) for step in steps],
                "y": places,
                "text": _labels(steps),
                "textposition": "middle right",
                "textfont": {"color": palette.text, "size": 13},
                "cliponaxis": False,
                "hoverinfo": "skip",
            },
        ],
        "layout": layout(
            palette,
            16 + round(_ROW * (len(steps) + _DECLINED_APART)),
            xaxis=axis(palette, showgrid=False, showticklabels=False, range=[0, _ROOM * whole]),
            yaxis=axis(
                palette,
                showgrid=False,
                range=[len(steps) + _DECLINED_APART - 0.5, -0.5],
                tickvals=places,
                ticktext=names,
                ticklabelstandoff=6,
                tickfont={"color": palette.text, "size": 13},
            ),
        ),
    }


def _labels(steps: list[dict[Hashable, Any]]) -> list[str]:
    counts = [f"  {number(step['contact_count'])}" for step in steps]
    shares = ["", *(f" · {percent(step['share'])}" for step in steps[1:])]
    return [count + share for count, share in zip(counts, shares, strict=True)]


def _hover(names: list[str], steps: list[dict[Hashable, Any]]) -> list[str]:
    texts = []
    for name, step in zip(names, steps, strict=True):
        lines = [f"<b>{name}</b>", count_of(step["contact_count"], "contact")]
        lines.append(f"{percent(step['share'])} of the contacted")
        lines.append(f"Could be anything between {percent(step['share_low'])} and {percent(step['share_high'])}")
        if pd.notna(step["of_previous"]):
            lines.append(f"{percent(step['of_previous'])} of the step before")
        texts.append("<br>".join(lines))
    return texts
