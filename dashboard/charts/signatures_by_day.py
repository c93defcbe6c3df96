"""Signatures a day as bars, their mean of seven days as a line, events as numbered flags on top."""

from math import isnan

import pandas as pd

from dashboard.charts.iso_days import iso_days
from dashboard.charts.theme import CLEAR, Figure, fixed_axes, layout
from dashboard.palette import Palette

_HOVER = "%{x|%A, %-d %B %Y}<br>%{y:,} signatures"
_FLAG_SHARE = 0.055  # of the width: flags that are closer than this are set above each other
_MOST_WEEKENDS = 30
_SATURDAY = 2  # of the days since a Thursday, 1 January 1970
_BAR = 0.85 * 24 * 3600 * 1000  # milliseconds: most of the day


def signatures_by_day(days: pd.DataFrame, events: pd.DataFrame, palette: Palette) -> Figure:
    """days: day, signatures, finished, is_pace. events: day, number, title, link (the address that
    chooses the days up to the next event).

    A day that is not over is drawn open; a number that covers several days is grey.
    """
    on, counts, is_finished = iso_days(days["day"]), days["signatures"].tolist(), days["finished"].tolist()
    finished = [place for place, over in enumerate(is_finished) if over]
    unfinished = [place for place, over in enumerate(is_finished) if not over]
    is_pace, mean = days["is_pace"].tolist(), days["mean_of_7_days"].round(2).tolist()
    top = max(*counts, 1)
    levels = _levels(days, events)
    step = top * 0.13
    lowest, highest = min(*counts, 0), top + step * (max(levels, default=-0.4) + 1.2)
    return {
        "data": [
            {
                "type": "bar",
                "x": [on[place] for place in finished],
                "y": [counts[place] for place in finished],
                "width": _BAR,
                "marker": {
                    "color": [palette.accent if is_pace[place] else palette.context for place in finished],
                    "opacity": 0.5,
                },
                "hovertemplate": _HOVER + "<extra></extra>",
            },
            {
                "type": "bar",
                "x": [on[place] for place in unfinished],
                "y": [counts[place] for place in unfinished],
                "width": _BAR,
                "marker": {"color": CLEAR, "line": {"color": palette.accent, "width": 1.5}},
                "hovertemplate": _HOVER + " so far: the day is not over<extra></extra>",
            },
            {
                "type": "scatter",
                "mode": "lines",
                "x": [on[place] for place in finished],
                "y": [None if isnan(mean[place]) else mean[place] for place in finished],
                "line": {"color": palette.accent, "width": 2.5},
                "hovertemplate": "%{y:,.1f} a day, mean of seven days<extra></extra>",
            },
            {
                "type": "scatter",
                "mode": "markers+text",
                "cliponaxis": False,
                "x": iso_days(events["day"]),
                "y": [top + step * (0.6 + level) for level in levels],
                "text": events["number"].astype(str).tolist(),
                "textfont": {"size": 11, "color": palette.surface},
                "marker": {"size": 18, "color": palette.marker},
                "customdata": events[["link", "title"]].values.tolist(),
                "hovertemplate": "%{x|%-d %B %Y}<br>%{customdata[1]}<extra></extra>",
            },
        ],
        "layout": layout(
            palette,
            320,
            barmode="overlay",
            shapes=_weekends(days, palette),
            **fixed_axes(days["day"], days["signatures"], [lowest, highest], palette),
        ),
    }


def _levels(days: pd.DataFrame, events: pd.DataFrame) -> list[int]:
    near = (days["day"].max() - days["day"].min()) * _FLAG_SHARE
    levels: list[int] = []
    for position, day in enumerate(events["day"]):
        close = position > 0 and day - events["day"].iloc[position - 1] <= near
        levels.append((levels[-1] + 1) % 3 if close else 0)
    return levels


def _weekends(days: pd.DataFrame, palette: Palette) -> list[dict[str, object]]:
    on = days["day"].to_numpy("datetime64[D]")
    saturdays = on[on.astype(int) % 7 == _SATURDAY]
    if len(saturdays) > _MOST_WEEKENDS:
        return []
    return [
        {
            "type": "rect",
            "layer": "below",
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "x0": f"{saturday - 1}T12:00:00",  # bars stand around midnight
            "x1": f"{saturday + 1}T12:00:00",
            "fillcolor": palette.grid,
            "opacity": 0.5,
            "line": {"width": 0},
        }
        for saturday in saturdays
    ]
