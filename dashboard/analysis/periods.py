"""Days and weeks that are over, and the one that is not."""

from datetime import date
from typing import Literal

import pandas as pd


def with_finished(periods: pd.DataFrame, last_finished: date) -> pd.DataFrame:
    """Add finished: whether the last day of the period counts whole. periods: period_from, period_to and counts."""
    return periods.assign(finished=periods["period_to"] <= pd.Timestamp(last_finished))


def period_name(periods: pd.DataFrame) -> Literal["day", "week"]:
    """What one row is."""
    return "week" if (periods["period_to"] > periods["period_from"]).any() else "day"
