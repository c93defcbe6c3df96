"""Counts of days or weeks as bars: a pale whole with its solid part; beneath it, in grey, what else happened then."""

import pandas as pd

from dashboard.charts.hover import hover_texts
from dashboard.charts.periods import ends, middles, period_axis, spans
from dashboard.charts.theme import CLEAR, Figure, count_axis, layout
from dashboard.columns import COLUMNS
from dashboard.palette import Palette

_DAY = 24 * 3600 * 1000  # milliseconds
_BAR = 0.85  # of the period
_UPPER, _LOWER = [0.42, 0.94], [0.0, 0.26]  # of the height, where there is something beneath


def counted_over_time(periods: pd.DataFrame, palette: Palette, *, whole: str, part: str, context: str = "") -> Figure:
    """periods: period_from, period_to, finished, and the columns whole, part and context. An unfinished one is open."""
    columns = [whole, part, context] if context else [whole, part]
    bar = {
        "type": "bar",
        "x": middles(periods),
        "width": [_BAR * _DAY * ((last - first).days + 1) for first, last in ends(periods)],
        "hovertext": hover_texts(spans(periods), periods, columns),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    finished = periods["finished"].tolist()
    solid = {
        "color": [palette.accent if over else CLEAR for over in finished],
        "line": {"color": palette.accent, "width": [0 if over else 1.5 for over in finished]},
    }
    pale = {"opacity": [0.4 if over else 1 for over in finished]}
    below = {"color": palette.context, "opacity": 0.6}
    return {
        "data": [
            bar | {"y": periods[whole].tolist(), "marker": solid | pale},
            bar | {"y": periods[part].tolist(), "marker": solid},
            *([bar | {"y": periods[context].tolist(), "yaxis": "y2", "marker": below}] if context else []),
        ],
        "layout": layout(
            palette,
            400 if context else 300,
            barmode="overlay",
            xaxis=period_axis(periods, palette) | {"anchor": "y2" if context else "y"},
            yaxis=count_axis(palette, periods[whole], domain=_UPPER if context else [0, 1]),
            **({"yaxis2": count_axis(palette, periods[context], domain=_LOWER)} if context else {}),
            annotations=[_name(whole, _UPPER, palette), _name(context, _LOWER, palette)] if context else [],
        ),
    }


def _name(column: str, domain: list[float], palette: Palette) -> dict[str, object]:
    place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": domain[1], "yanchor": "bottom"}
    return place | {"text": COLUMNS[column].label, "showarrow": False, "font": {"color": palette.muted}}
