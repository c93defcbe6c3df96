"""How many of 100,000 articles, and between what, from those that matched and all that were seen."""

import pandas as pd

from dashboard.analysis.wilson import wilson

_OF = 100_000


def share_of_all(seen: pd.DataFrame) -> pd.DataFrame:
    """Add per_100000, per_100000_low and per_100000_high (95 %, Wilson); missing where no article was seen.

    seen: mentions and articles, missing where nothing is known.
    """
    is_known = seen["articles"] > 0
    low, high = wilson(seen["mentions"].fillna(0), seen["articles"].fillna(0))
    return seen.assign(
        per_100000=(_OF * seen["mentions"] / seen["articles"]).where(is_known),
        per_100000_low=(_OF * pd.Series(low, seen.index)).where(is_known),
        per_100000_high=(_OF * pd.Series(high, seen.index)).where(is_known),
    )
