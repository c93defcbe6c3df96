"""Two campaigns on the same day of their lives."""

from datetime import date

import pandas as pd


def since_launch(own: pd.DataFrame, own_launch: date, other: pd.DataFrame, other_launch: date) -> pd.DataFrame:
    """Totals by the day of each campaign's life: day_number (1: the day of the launch), day and cumulative (own),
    beside_cumulative (the other's), up to the last day of the longer one; missing where a campaign is not as old yet.

    own, other: day, cumulative; one row a day.
    """
    mine, theirs = _aged(own, own_launch), _aged(other, other_launch)
    both = mine.merge(
        theirs[["day_number", "cumulative"]].rename(columns={"cumulative": "beside_cumulative"}),
        on="day_number",
        how="outer",
    )
    return both[["day_number", "day", "cumulative", "beside_cumulative"]].sort_values("day_number", ignore_index=True)


def _aged(series: pd.DataFrame, launch: date) -> pd.DataFrame:
    return series[["day", "cumulative"]].assign(day_number=(series["day"] - pd.Timestamp(launch)).dt.days + 1)
