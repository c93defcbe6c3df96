"""How many of those who were contacted reached each step, as rates with what chance alone could make of them."""

import pandas as pd

from dashboard.analysis.wilson import wilson


def with_rates(steps: pd.DataFrame, groups: list[str]) -> pd.DataFrame:
    """Add share (of the contacted of the same group) and of_previous, each with _low and _high (95 %, Wilson).

    steps: step, contact_count and the columns groups; in each group the steps in their order, contacted first, and
    declined, which is no step of its own, last. declined has no previous step; nor has contacted.
    """
    keys = [*groups, "is_contact"]  # a column of its own, so that there is one also where nothing is grouped
    counted = steps.assign(is_contact=True).groupby(keys, sort=False, dropna=False)["contact_count"]
    whole, previous = counted.transform("first"), counted.shift()
    previous = previous.where(steps["step"] != "declined").astype("float64")
    low, high = wilson(steps["contact_count"], whole)
    rated = steps.assign(share=steps["contact_count"] / whole, share_low=low, share_high=high)
    low, high = wilson(steps["contact_count"], previous.fillna(0))
    is_step = previous > 0
    return rated.assign(
        of_previous=(steps["contact_count"] / previous).where(is_step),
        of_previous_low=pd.Series(low, steps.index).where(is_step),
        of_previous_high=pd.Series(high, steps.index).where(is_step),
    )
