"""What all figures share. A figure is a plain dict: Plotly's own classes take twenty times as long to build."""

from typing import Any

import pandas as pd

from dashboard.palette import Palette

Figure = dict[str, Any]

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
CLEAR = "rgba(0,0,0,0)"
_FEW = 5
_LETTER = 7  # pixels, about, of a digit of an axis


def layout(palette: Palette, height: int, **own: Any) -> dict[str, Any]:
    """The layout of a figure: no box, no legend, light horizontal grid, hover in the colours of the scheme."""
    shared: dict[str, Any] = {
        "height": height,
        "autosize": True,
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONT, "size": 12, "color": palette.muted},
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "dragmode": False,
        "modebar": {"bgcolor": CLEAR, "color": palette.context, "activecolor": palette.text},
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": palette.surface,
            "bordercolor": palette.grid,
            "font": {"family": FONT, "size": 13, "color": palette.text},
            "align": "left",
        },
    }
    return shared | own


def axis(palette: Palette, **own: Any) -> dict[str, Any]:
    """An axis without a line; its grid is light, and its labels make room for themselves."""
    return {
        "gridcolor": palette.grid,
        "zeroline": False,
        "ticks": "",
        "automargin": True,
        "fixedrange": True,
        "tickfont": {"color": palette.muted},
    } | own


def day_axis(days: pd.Series, palette: Palette, **own: Any) -> dict[str, Any]:
    """An axis of these days, each with its own width: '3 May', and the year where it changes. Labels stay level."""
    half = pd.Timedelta(hours=12)
    ends = [(days.iloc[0] - half).isoformat(), (days.iloc[-1] + half).isoformat()]
    level = {"type": "date", "range": ends, "tickformat": "%-d %b\n%Y", "tickangle": 0, "nticks": 8}
    return axis(palette, showgrid=False, **(level | own))


def fixed_axes(days: pd.Series, counts: pd.Series, ends: list[float], palette: Palette) -> dict[str, Any]:
    """Both axes and the margins of a figure of counts by day; an axis that finds its own room has it drawn three times.

    ends: of the axis of counts.
    """
    letters = max(len(f"{end:,.0f}") for end in ends)
    return {
        "xaxis": day_axis(days, palette, automargin=False),
        "yaxis": count_axis(palette, counts, range=ends, automargin=False),
        "margin": {"l": 16 + _LETTER * letters, "r": 8, "t": 8, "b": 44},
    }


def count_axis(palette: Palette, counts: pd.Series, **own: Any) -> dict[str, Any]:
    """An axis of these counts that begins at nothing. Few are counted one by one: half a signature is none."""
    steps = {"dtick": 1} if counts.max() <= _FEW else {"nticks": 6}
    return axis(palette, tickformat=",~d", rangemode="tozero", **steps, **own)
