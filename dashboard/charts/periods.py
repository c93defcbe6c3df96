"""Days or weeks along the axis of a figure: each stands in its middle, and some are named."""

import pandas as pd

from dashboard.charts.theme import axis
from dashboard.palette import Palette
from dashboard.words import span

_MOST_LABELS = 6  # that a phone has room for
_ROOM = 0.02  # of the span, at both ends, for the labels of the first and the last period
_FEWEST_DAYS = pd.Timedelta(days=10)


def period_axis(periods: pd.DataFrame, palette: Palette) -> dict[str, object]:
    """Some periods are named by their first day, and by their year where it changes."""
    named = periods.iloc[:: -(-len(periods) // _MOST_LABELS)]
    first = named["period_from"]
    years = first.dt.year.where(first.dt.year != first.dt.year.shift())
    first_day, last_day = periods["period_from"].iloc[0], periods["period_to"].iloc[-1]
    spare = max(_FEWEST_DAYS - (last_day - first_day), pd.Timedelta(0)) / 2  # one bar alone would be a wall
    room = max((last_day - first_day) * _ROOM, pd.Timedelta(hours=12)) + spare
    ends = pd.Series([first_day - room, last_day + room])
    return axis(
        palette,
        type="date",
        range=_written(ends),
        showgrid=False,
        tickvals=middles(named),
        ticktext=[
            f"{day.day} {day:%b}" + ("" if pd.isna(year) else f"<br>{year:.0f}")
            for day, year in zip(first, years, strict=True)
        ],
        tickangle=0,
    )


def middles(periods: pd.DataFrame) -> list[str]:
    """The moment in the middle of each."""
    return _written(periods["period_from"] + (periods["period_to"] - periods["period_from"]) / 2)


def spans(periods: pd.DataFrame) -> list[str]:
    """The days of each in words, and whether it is not over."""
    return [
        f"{span(first.date(), last.date())}{'' if over else ', not over yet'}"
        for first, last, over in zip(periods["period_from"], periods["period_to"], periods["finished"], strict=True)
    ]


def _written(moments: pd.Series) -> list[str]:
    return [f"{moment:%Y-%m-%dT%H:%M}" for moment in moments]
