"""How much chance alone would move the number of signatures from a country."""

import numpy as np
import pandas as pd

from dashboard.analysis.poisson import garwood


def whole(counted: pd.DataFrame) -> pd.DataFrame:
    """The same with signatures as whole numbers, unless shares of people are among them."""
    signatures = counted["signatures"]
    return counted.assign(signatures=signatures.astype("int64")) if (signatures % 1 == 0).all() else counted


def with_intervals(countries: pd.DataFrame) -> pd.DataFrame:
    """Add _low and _high (95 %, Garwood) to signatures, per_million and share of every country.

    countries: signatures, population, per_million, share. A measure is proportional to its count, and so are its ends.
    """
    low, high = garwood(countries["signatures"])
    counted = countries["signatures"].to_numpy(np.float64)
    shares = counted[counted > 0] / countries["share"].to_numpy(np.float64)[counted > 0]
    total = np.nanmax(shares) if not np.isnan(shares).all() else 1.0
    per_million = 1e6 / countries["population"].astype("float64")
    return whole(countries).assign(
        signatures_low=low,
        signatures_high=high,
        per_million_low=low * per_million,
        per_million_high=high * per_million,
        share_low=low / total,
        share_high=np.minimum(high / total, 1),  # no part is more than the whole
    )
