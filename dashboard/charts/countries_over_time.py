"""One small plot for each country, all on the same scale, its name above it."""

from html import escape
from math import ceil

import pandas as pd

from dashboard.charts.hover import hover_texts
from dashboard.charts.iso_days import iso_days
from dashboard.charts.theme import CLEAR, Figure, axis, count_axis, layout
from dashboard.palette import Palette
from dashboard.words import span

_COLUMNS = 2  # a phone has no room for more names beside each other
_ROW = 140  # pixels
_GAP = 0.03  # of the whole width, between two plots
_WIDTH = (1 - (_COLUMNS - 1) * _GAP) / _COLUMNS
_TITLE = 28  # pixels above the plots of a row
_BAR = 0.8  # of its period
_DAYS = 36  # pixels beneath the last row, for the days
_FEWEST_DAYS = pd.Timedelta(days=10)  # one bar alone would be a wall


def countries_over_time(periods: pd.DataFrame, palette: Palette) -> Figure:
    """periods: iso2, name, period_from, period_to, finished, signatures; the same periods for each country.

    The countries stand in the order of the rows. A period that is not over is open.
    """
    countries = [periods[periods["iso2"] == code] for code in periods["iso2"].unique()]
    lines = ceil(len(countries) / _COLUMNS)
    height = lines * _ROW + _DAYS
    low, high = min(int(periods["signatures"].min()), 0), max(int(periods["signatures"].max()), 1)
    spans = _spans(countries[0])
    x_ends = _ends(countries[0])
    width = _BAR * _period(countries[0]).total_seconds() * 1000  # in milliseconds: a bar alone would be a hair
    y_axis = count_axis(palette, periods["signatures"], range=[low, high * 1.05])
    traces: list[dict[str, object]] = []
    axes: dict[str, dict[str, object]] = {}
    names: list[dict[str, object]] = []
    for place, rows in enumerate(countries):
        line, column = divmod(place, _COLUMNS)
        mark = "" if place == 0 else str(place + 1)
        left = column * (_WIDTH + _GAP)
        top = 1 - (line * _ROW + _TITLE) / height
        traces.append(_bars(rows, spans, mark, palette) | {"width": width})
        axes[f"xaxis{mark}"] = axis(
            palette,
            type="date",
            domain=[left, left + _WIDTH],
            anchor=f"y{mark}",
            showgrid=False,
            range=x_ends,
            nticks=4,
            tickformat="%-d %b\n%Y",
            tickangle=0,
            showticklabels=place >= len(countries) - _COLUMNS,
        )
        axes[f"yaxis{mark}"] = y_axis | {
            "domain": [top - (_ROW - _TITLE) / height, top],
            "anchor": f"x{mark}",
            "showticklabels": column == 0,
        }
        names.append(_name(rows["name"].iloc[0], left, top, palette))
    return {"data": traces, "layout": layout(palette, height, **axes, annotations=names)}


def _spans(periods: pd.DataFrame) -> list[str]:
    """The days of each period in words."""
    return [
        f"{span(first.date(), last.date())}{'' if over else ', not over yet'}"
        for first, last, over in zip(periods["period_from"], periods["period_to"], periods["finished"], strict=True)
    ]


def _period(periods: pd.DataFrame) -> pd.Timedelta:
    """How long one is."""
    length: pd.Timedelta = periods["period_to"].iloc[0] - periods["period_from"].iloc[0]
    return length + pd.Timedelta(days=1)


def _bars(rows: pd.DataFrame, spans: list[str], mark: str, palette: Palette) -> dict[str, object]:
    name = rows["name"].iloc[0]
    return {
        "type": "bar",
        "x": iso_days(rows["period_from"]),
        "y": rows["signatures"].tolist(),
        "xaxis": f"x{mark}",
        "yaxis": f"y{mark}",
        "marker": {
            "color": [palette.accent if over else CLEAR for over in rows["finished"]],
            "line": {"color": palette.accent, "width": [0 if over else 1 for over in rows["finished"]]},
        },
        "hovertext": hover_texts([f"{name}, {days}" for days in spans], rows, ["signatures"]),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _ends(periods: pd.DataFrame) -> list[str]:
    """From half a period before the first to half a period after the last; bars stand on the first day of theirs."""
    first, last = periods["period_from"].min(), periods["period_from"].max()
    half = _period(periods) / 2
    spare = max(_FEWEST_DAYS - (last - first), pd.Timedelta(0)) / 2
    return [(first - half - spare).isoformat(), (last + half + spare).isoformat()]


def _name(name: str, left: float, top: float, palette: Palette) -> dict[str, object]:
    place = {"xref": "paper", "x": left, "xanchor": "left", "yref": "paper", "y": top, "yanchor": "bottom"}
    return place | {"text": f"<b>{escape(name)}</b>", "showarrow": False, "font": {"color": palette.text}}
