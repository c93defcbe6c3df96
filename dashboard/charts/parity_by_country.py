"""Member states against parity as a sorted dot plot with intervals. Choosing a dot chooses the state."""

import pandas as pd

from dashboard.charts.theme import Figure, axis, layout
from dashboard.palette import Palette

_ROW = 20
_NOTHING = 0.04  # where a state without a signature stands: a ratio of nothing has no place on a logarithmic axis
_MOST = 8.0
_TICKS = {0.125: "⅛", 0.25: "¼", 0.5: "½", 1.0: "1 ×", 2.0: "2 ×", 4.0: "4 ×"}
VERDICTS = {
    "under": "below its share beyond chance",
    "over": "above its share beyond chance",
    "on_par": "at its share",
    "too_little_evidence": "too little evidence",
}


def parity_by_country(states: pd.DataFrame, palette: Palette) -> Figure:
    """states: name, link, and observed to verdict as in dashboard.analysis.parity."""
    shown = states.iloc[::-1]
    ratio = shown["ratio"].clip(_NOTHING, _MOST)
    low, high = shown["ratio_low"].clip(_NOTHING, _MOST), shown["ratio_high"].clip(_NOTHING, _MOST)
    colors = {"under": palette.marker, "over": palette.accent, "on_par": palette.text}
    text = [
        f"{row.observed:,} signatures, {row.expected:,.1f} at parity<br>"
        f"{row.ratio:.2f} of parity, could be anything between {row.ratio_low:.2f} and {row.ratio_high:.2f}<br>"
        f"{VERDICTS[str(row.verdict)]}"
        for row in shown.itertuples()
    ]
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "markers",
                "x": ratio.tolist(),
                "y": shown["name"].tolist(),
                "customdata": shown["link"].tolist(),
                "text": text,
                "marker": {
                    "size": 10,
                    "color": [colors.get(verdict, palette.muted) for verdict in shown["verdict"]],
                    "symbol": [
                        "circle-open" if verdict == "too_little_evidence" else "circle" for verdict in shown["verdict"]
                    ],
                    "line": {"width": [2 if verdict == "too_little_evidence" else 0 for verdict in shown["verdict"]]},
                },
                "error_x": {
                    "type": "data",
                    "symmetric": False,
                    "array": (high - ratio).tolist(),
                    "arrayminus": (ratio - low).tolist(),
                    "color": palette.context,
                    "thickness": 1.2,
                    "width": 0,
                },
                "hovertemplate": "<b>%{y}</b><br>%{text}<extra></extra>",
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
                tickvals=list(_TICKS),
                ticktext=list(_TICKS.values()),
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
