"""Member states against parity as a sorted dot plot with intervals. Choosing a dot chooses the state."""

import pandas as pd

from dashboard.charts.theme import Figure, axis, layout
from dashboard.charts.verdicts import MOST, NOTHING, TICKS, verdict_marker, verdict_texts
from dashboard.palette import Palette

_ROW = 20


def parity_by_country(states: pd.DataFrame, palette: Palette) -> Figure:
    """states: name, link, verdict, in_words, and shrunk with its ends as in dashboard.analysis.parity."""
    shown = states.iloc[::-1]
    ratio = shown["shrunk"].clip(NOTHING, MOST)
    low, high = shown["shrunk_low"].clip(NOTHING, MOST), shown["shrunk_high"].clip(NOTHING, MOST)
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "markers",
                "x": ratio.tolist(),
                "y": shown["name"].tolist(),
                "customdata": shown["link"].tolist(),
                "hovertext": verdict_texts(shown),
                "marker": verdict_marker(shown, palette),
                "error_x": {
                    "type": "data",
                    "symmetric": False,
                    "array": (high - ratio).tolist(),
                    "arrayminus": (ratio - low).tolist(),
                    "color": palette.context,
                    "thickness": 1.2,
                    "width": 0,
                },
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        ],
        "layout": layout(
            palette,
            60 + _ROW * max(len(shown), 4),
            margin={"l": 8, "r": 16, "t": 24, "b": 8},
            xaxis=axis(
                palette,
                type="log",
                side="top",
                range=[-1.42, 0.92],
                tickvals=list(TICKS),
                ticktext=list(TICKS.values()),
                tickangle=0,
            ),
            yaxis=axis(palette, showgrid=True, ticklabelstandoff=6, tickfont={"color": palette.text}, dtick=1),
            shapes=[
                {
                    "type": "line",
                    "x0": 1,
                    "x1": 1,
                    "yref": "paper",
                    "y0": 0,
                    "y1": 1,
                    "layer": "below",
                    "line": {"color": palette.context, "width": 1.5},
                }
            ],
        ),
    }
