"""Signatures a day of the days that are over, without gaps: what a forecast learns from."""

from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray


def history(series: pd.DataFrame, until: date) -> NDArray[np.float64]:
    """Signatures of each finished day up to `until`, in order.

    series: as in dashboard.analysis.pace.daily_series. A number that covers many days is spread evenly over them; where
    the series begins with one, nobody knows over how many, and the days after it are all there is.
    """
    known = series[series["finished"] & (series["day"] <= pd.Timestamp(until))]
    covered = ~known["is_pace"].to_numpy(dtype=np.bool_)
    run = np.where(covered, 0, 1).cumsum()  # the covered days after an own day share its number
    means = known["signatures"].where(covered).groupby(run).transform("mean")
    counted = known["signatures"].where(~covered, means)[run > 0]
    return np.asarray(counted, dtype=np.float64)
