"""The total so far and where it may go: the median, bands of 50, 80 and 95 %, and the straight line for comparison."""

import pandas as pd

from dashboard.charts.theme import Figure, axis, day_axis, layout
from dashboard.palette import Palette

_BANDS = (("p2_5", "p97_5", 0.12), ("p10", "p90", 0.18), ("p25", "p75", 0.28))


def forecast(past: pd.DataFrame, ahead: pd.DataFrame, palette: Palette) -> Figure:
    """past: day, cumulative; finished days. ahead: as in dashboard.answers.forecast."""
    now = past.tail(1)
    days = [*_texts(now["day"]), *_texts(ahead["day"])]
    total = int(now["cumulative"].iloc[0])
    line = {"type": "scatter", "mode": "lines"}
    bands = [
        part
        for low, high, opacity in _BANDS
        for part in (
            line | {"x": days, "y": [total, *ahead[low]], "line": {"width": 0}, "hoverinfo": "skip"},
            line
            | {
                "x": days,
                "y": [total, *ahead[high]],
                "line": {"width": 0},
                "fill": "tonexty",
                "fillcolor": f"rgba({_rgb(palette.accent)},{opacity})",
                "hoverinfo": "skip",
            },
        )
    ]
    hover = [
        f"{row.p10:,} to {row.p90:,} in 80 %,<br>{row.p2_5:,} to {row.p97_5:,} in 95 %" for row in ahead.itertuples()
    ]
    return {
        "data": [
            *bands,
            line
            | {
                "x": days,
                "y": [total, *ahead["straight"]],
                "line": {"color": palette.context, "width": 1.5, "dash": "dash"},
                "hovertemplate": "%{x|%-d %B %Y}<br>%{y:,} on the straight line<extra></extra>",
            },
            line
            | {
                "x": days,
                "y": [total, *ahead["p50"]],
                "text": ["", *hover],
                "line": {"color": palette.accent, "width": 2, "dash": "dot"},
                "hovertemplate": "<b>%{x|%-d %B %Y}</b><br>%{y:,} in the middle<br>%{text}<extra></extra>",
            },
            line
            | {
                "x": _texts(past["day"]),
                "y": past["cumulative"].tolist(),
                "line": {"color": palette.accent, "width": 2.5},
                "hovertemplate": "%{x|%-d %B %Y}<br>%{y:,} signatures<extra></extra>",
            },
        ],
        "layout": layout(
            palette,
            320,
            xaxis=day_axis(pd.concat([past["day"], ahead["day"]]), palette, nticks=5),
            yaxis=axis(palette, tickformat=",~d", nticks=6),
        ),
    }


def _texts(days: pd.Series) -> list[str]:
    return [f"{day:%Y-%m-%d}" for day in days]


def _rgb(color: str) -> str:
    return ",".join(str(int(color[place : place + 2], 16)) for place in (1, 3, 5))
