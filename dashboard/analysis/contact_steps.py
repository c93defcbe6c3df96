"""How many of those who were contacted reached each step, as rates with what chance alone could make of them."""

import numpy as np
import pandas as pd

from dashboard.analysis.wilson import wilson


def with_rates(steps: pd.DataFrame) -> pd.DataFrame:
    """Add share (of the contacted of the same group) and of_previous, each with _low and _high (95 %, Wilson).

    steps: step, contact_count, of one group after the other; in each the steps in their order, contacted first, and
    declined, which is no step of its own, last. declined has no previous step; nor has contacted.
    """
    counts, step = steps["contact_count"].to_numpy(np.float64), steps["step"].to_numpy(object)
    is_first = step == "contacted"
    whole = counts[is_first][is_first.cumsum() - 1]
    previous = np.where(is_first | (step == "declined"), 0, np.roll(counts, 1))
    is_step = previous > 0
    low, high = wilson(counts, whole)
    of_previous_low, of_previous_high = wilson(counts, previous)
    return steps.assign(
        share=counts / whole,
        share_low=low,
        share_high=high,
        of_previous=counts / np.where(is_step, previous, np.nan),
        of_previous_low=np.where(is_step, of_previous_low, np.nan),
        of_previous_high=np.where(is_step, of_previous_high, np.nan),
    )
