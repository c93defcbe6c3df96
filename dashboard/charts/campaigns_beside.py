"""Signatures so far of two campaigns by the day since each one's launch; the other one is grey."""

from html import escape

import pandas as pd

from dashboard.charts.theme import Figure, axis, count_axis, layout
from dashboard.palette import Palette
from dashboard.words import number

_LONGEST_NAME = 30  # letters


def campaigns_beside(days: pd.DataFrame, other: str, palette: Palette) -> Figure:
    """days: day_number, cumulative, beside_cumulative. other: the title of the other campaign."""
    titles = ("This campaign", other)
    columns = ("cumulative", "beside_cumulative")
    lines = [days[["day_number", name]].dropna().set_axis(["day_number", "total"], axis=1) for name in columns]
    colors = (palette.accent, palette.context)
    top = max(int(line["total"].max()) if len(line) else 0 for line in lines)
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "lines",
                "x": line["day_number"].tolist(),
                "y": line["total"].tolist(),
                "line": {"color": color, "width": 2.5, "shape": "hv"},
                "hovertemplate": f"<b>{escape(title)}</b><br>day %{{x}}: %{{y:,}} signatures<extra></extra>",
            }
            for line, title, color in reversed(list(zip(lines, titles, colors, strict=True)))
        ],
        "layout": layout(
            palette,
            300,
            xaxis=axis(
                palette, showgrid=False, nticks=6, tickprefix="day ", range=[1, max(int(days["day_number"].max()), 2)]
            ),
            yaxis=count_axis(palette, pd.Series([top]), range=[0, max(top, 1) * 1.15]),
            annotations=[
                _label(line, title, color)
                for line, title, color in zip(lines, titles, (palette.accent, palette.muted), strict=True)
                if len(line)
            ],
        ),
    }


def _label(line: pd.DataFrame, title: str, color: str) -> dict[str, object]:
    name = title if len(title) <= _LONGEST_NAME else title[: _LONGEST_NAME - 1] + "…"
    end = line.iloc[-1]
    return {
        "x": int(end["day_number"]),
        "y": float(end["total"]),
        "text": f"<b>{escape(name)}</b> {number(end['total'])}",
        "showarrow": False,
        "xanchor": "right",
        "yanchor": "bottom",
        "yshift": 4,
        "font": {"color": color},
    }
