"""How much chance alone would move the number of signatures from a country."""

import numpy as np
import pandas as pd

from dashboard.analysis.poisson import garwood


def whole(counted: pd.DataFrame) -> pd.DataFrame:
    """The same with signatures as whole numbers, unless shares of people are among them."""
    signatures = counted["signatures"].to_numpy()
    if signatures.dtype == np.int64 or (signatures % 1).any():
        return counted
    return counted.assign(signatures=signatures.astype(np.int64))


def with_intervals(countries: pd.DataFrame) -> pd.DataFrame:
    """Add _low and _high (95 %, Garwood) to signatures, per_million and share of every country.

    countries: signatures, population, per_million, share. A measure is proportional to its count, and so are its ends.
    """
    counted = countries["signatures"].to_numpy(np.float64)
    low, high = garwood(counted)
    shares = counted[counted > 0] / countries["share"].to_numpy(np.float64)[counted > 0]
    total = np.nanmax(shares) if not np.isnan(shares).all() else 1.0
    per_million = 1e6 / countries["population"].to_numpy(np.float64, na_value=np.nan)
    return whole(countries).assign(
        signatures_low=low,
        signatures_high=high,
        per_million_low=low * per_million,
        per_million_high=high * per_million,
        share_low=low / total,
        share_high=np.minimum(high / total, 1),  # no part is more than the whole
    )
