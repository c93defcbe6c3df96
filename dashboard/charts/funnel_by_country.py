"""Member states by what their share would give: outside the lines is what chance does not explain."""

import math

import pandas as pd

from dashboard.charts.labels import Label, beside_points
from dashboard.charts.theme import Figure, axis, layout
from dashboard.charts.verdicts import MOST, NOTHING, TICKS, verdict_marker, verdict_texts
from dashboard.palette import Palette

_LABELLED = ("under", "over")
_HEIGHT = 540
_WIDTH = 420  # pixels: between that of a phone and that of half a page


def funnel_by_country(states: pd.DataFrame, funnel: pd.DataFrame, palette: Palette) -> Figure:
    """states: name, link, verdict, expected, ratio, in_words. funnel: as in dashboard.analysis.funnel."""
    shown = states[states["expected"] > 0]
    line = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "x": funnel["expected"].tolist()}
    labels = _labels(shown)
    ends = [("low", "solid"), ("high", "solid"), ("low_of_all", "dot"), ("high_of_all", "dot")]
    return {
        "data": [
            *(
                line
                | {
                    "y": funnel[name].clip(NOTHING, MOST).tolist(),
                    "line": {"color": palette.context, "width": 1.2, "dash": dash},
                }
                for name, dash in ends
            ),
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": shown["expected"].tolist(),
                "y": shown["ratio"].clip(NOTHING, MOST).tolist(),
                "text": [label.text for label in labels],
                "textposition": [label.place for label in labels],
                "textfont": {"size": 11, "color": palette.muted},
                "hovertext": verdict_texts(shown),
                "hovertemplate": "%{hovertext}<extra></extra>",
                "customdata": shown["link"].tolist(),
                "marker": verdict_marker(shown, palette),
                "cliponaxis": False,
            },
        ],
        "layout": layout(
            palette,
            _HEIGHT,
            xaxis=axis(palette, type="log", tickformat=",~r", nticks=6, showgrid=False, ticklabelstandoff=8),
            yaxis=axis(
                palette,
                type="log",
                range=[math.log10(NOTHING), math.log10(MOST)],
                tickvals=list(TICKS),
                ticktext=list(TICKS.values()),
            ),
        ),
    }


def _labels(states: pd.DataFrame) -> list[Label]:
    """Names of the states with a verdict, in the places where none covers another or a point."""
    names = states["name"].where(states["verdict"].isin(_LABELLED), "").tolist()
    points = zip(
        _pixels(states["expected"], states["expected"].min(), states["expected"].max(), _WIDTH),
        _pixels(states["ratio"].clip(NOTHING, MOST), MOST, NOTHING, _HEIGHT),
        strict=True,
    )
    return beside_points(list(points), names, (states["verdict"] == "over").tolist())


def _pixels(values: pd.Series, first: float, last: float, length: int) -> list[float]:
    """Where values stand on a logarithmic axis from first to last."""
    whole = math.log(last / first) or 1.0
    return [length * math.log(value / first) / whole for value in values]
