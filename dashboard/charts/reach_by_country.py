"""The member states as a sorted dot plot with intervals. Choosing a dot chooses the country."""

import pandas as pd

from dashboard.charts.measures import MEASURES
from dashboard.charts.theme import Figure, axis, layout
from dashboard.filters import Measure
from dashboard.palette import Palette
from dashboard.words import amount

_ROW = 20


def reach_by_country(states: pd.DataFrame, measure: Measure, palette: Palette) -> Figure:
    """states: name, chosen, link (the address that chooses it), signatures, and the measure with _low and _high."""
    shown = states.sort_values([measure, "name"], ascending=[True, False])
    words = MEASURES[measure]
    end = float(shown[f"{measure}_high"].max() or 1)
    value, low, high = shown[measure], shown[f"{measure}_low"], shown[f"{measure}_high"]
    colors = [palette.accent if chosen else palette.context for chosen in shown["chosen"]]
    text = [
        f"{amount(n)} signatures; could be anything between {a} and {b} by chance alone"
        for n, a, b in zip(shown["signatures"], _written(low, measure), _written(high, measure), strict=True)
    ]
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "markers",
                "x": value.tolist(),
                "y": shown["name"].tolist(),
                "customdata": shown["link"].tolist(),
                "text": text,
                "marker": {"size": 9, "color": colors},
                "error_x": {
                    "type": "data",
                    "symmetric": False,
                    "array": (high - value).tolist(),
                    "arrayminus": (value - low).tolist(),
                    "color": palette.context,
                    "thickness": 1.2,
                    "width": 0,
                },
                "hovertemplate": f"<b>%{{y}}</b><br>%{{x:{words.hover}}} {words.unit}<br>%{{text}}<extra></extra>",
            }
        ],
        "layout": layout(
            palette,
            60 + _ROW * max(len(shown), 4),
            margin={"l": 8, "r": 16, "t": 24, "b": 8},
            xaxis=axis(palette, side="top", tickformat=words.tick, range=[-0.02 * end, 1.02 * end], nticks=5),
            yaxis=axis(palette, showgrid=True, ticklabelstandoff=6, tickfont={"color": palette.text}, dtick=1),
        ),
    }


def _written(values: pd.Series, measure: Measure) -> list[str]:
    return [f"{v:.1%}" if measure == "share" else f"{v:,.1f}" for v in values]
