"""Days or weeks along the axis of a figure: each stands in its middle, and some are named."""

from datetime import date, datetime, time, timedelta

import pandas as pd

from dashboard.charts.theme import axis
from dashboard.palette import Palette
from dashboard.words import span

_MOST_LABELS = 6  # that a phone has room for
_ROOM = 0.02  # of the span, at both ends, for the labels of the first and the last period
_FEWEST_DAYS = timedelta(days=10)


def period_axis(periods: pd.DataFrame, palette: Palette) -> dict[str, object]:
    """Some periods are named by their first day, and by their year where it changes."""
    each = ends(periods)
    step = -(-len(each) // _MOST_LABELS)
    named = [first for first, _ in each[::step]]
    first_day, last_day = each[0][0], each[-1][1]
    spare = max(_FEWEST_DAYS - (last_day - first_day), timedelta(0)) / 2  # one bar alone would be a wall
    room = max((last_day - first_day) * _ROOM, timedelta(hours=12)) + spare
    return axis(
        palette,
        type="date",
        range=[_written(first_day, -room), _written(last_day, room)],
        showgrid=False,
        tickvals=middles(periods)[::step],
        ticktext=[
            f"{day.day} {day:%b}" + ("" if before and day.year == before.year else f"<br>{day.year}")
            for before, day in zip([None, *named], named, strict=False)
        ],
        tickangle=0,
    )


def ends(periods: pd.DataFrame) -> list[tuple[date, date]]:
    """The first and the last day of each."""
    first, last = (periods[name].to_numpy("datetime64[D]").tolist() for name in ("period_from", "period_to"))
    return list(zip(first, last, strict=True))


def middles(periods: pd.DataFrame) -> list[str]:
    """The moment in the middle of each."""
    return [_written(first, (last - first) / 2) for first, last in ends(periods)]


def spans(periods: pd.DataFrame) -> list[str]:
    """The days of each in words, and whether it is not over."""
    return [
        f"{span(*days)}{'' if over else ', not over yet'}"
        for days, over in zip(ends(periods), periods["finished"].tolist(), strict=True)
    ]


def _written(day: date, later: timedelta) -> str:
    return (datetime.combine(day, time()) + later).isoformat(timespec="minutes")
