"""Contacts at each step as bars, widest first, with the share that reached it and what chance could make of that."""

import pandas as pd

from dashboard.charts.theme import Figure, axis, layout
from dashboard.palette import Palette
from dashboard.words import count_of, number, percent

_ROW = 34
_ROOM = 1.3  # beyond the longest bar, for its number and rate
_DECLINED_APART = 0.5  # rows


def contact_funnel(steps: pd.DataFrame, palette: Palette) -> Figure:
    """steps: step, contact_count, share, share_low, share_high, of_previous; contacted first, declined last."""
    declined = (steps["step"] == "declined").tolist()
    places = [place + (_DECLINED_APART if apart else 0.0) for place, apart in enumerate(declined)]
    whole = max(int(steps["contact_count"].max()), 1)
    names = [step.capitalize() for step in steps["step"]]
    colors = [palette.context if apart else palette.accent for apart in declined]
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "width": 0.72,
                "x": steps["contact_count"].tolist(),
                "y": places,
                "hovertext": _hover(names, steps),
                "hovertemplate": "%{hovertext}<extra></extra>",
                "marker": {"color": colors},
                "error_x": {
                    "type": "data",
                    "symmetric": False,
                    "array": ((steps["share_high"] - steps["share"]) * whole).tolist(),
                    "arrayminus": ((steps["share"] - steps["share_low"]) * whole).tolist(),
                    "color": palette.muted,
                    "thickness": 1,
                    "width": 4,
                },
            },
            {
                "type": "scatter",
                "mode": "text",
                "x": (steps["share_high"] * whole).clip(lower=steps["contact_count"]).tolist(),
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


def _labels(steps: pd.DataFrame) -> list[str]:
    counts = [number(n) for n in steps["contact_count"]]
    shares = [f" · {percent(share)}" for share in steps["share"]]
    return [f"  {count}{'' if place == 0 else shares[place]}" for place, count in enumerate(counts)]


def _hover(names: list[str], steps: pd.DataFrame) -> list[str]:
    texts = []
    for name, step in zip(names, steps.to_dict("records"), strict=True):
        lines = [f"<b>{name}</b>", count_of(int(step["contact_count"]), "contact")]
        lines.append(f"{percent(step['share'])} of the contacted")
        lines.append(f"Could be anything between {percent(step['share_low'])} and {percent(step['share_high'])}")
        if pd.notna(step["of_previous"]):
            lines.append(f"{percent(step['of_previous'])} of the step before")
        texts.append("<br>".join(lines))
    return texts
