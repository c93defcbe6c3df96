"""The limits of a funnel plot: how far from its share chance alone takes a part of any size."""

import numpy as np
import pandas as pd

from dashboard.analysis.binomial import limits

_POINTS = 80
_TAIL, _LEVEL = 0.025, 0.05


def funnel(expected: pd.Series, total: int, parts: int) -> pd.DataFrame:
    """Exact limits of observed over expected, from half the smallest to twice the largest of these expected counts.

    total: signatures of all parts, of which those expected here may be some. Gives expected; low, high (95 % for one
    part); low_of_all, high_of_all (5 % on each side for all parts together, by Bonferroni: the first step of Holm's
    method). Source: Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24
    (2005) 1185-1202.
    """
    known = expected[expected > 0]
    if not len(known):
        return pd.DataFrame(columns=["expected", "low", "high", "low_of_all", "high_of_all"], dtype="float64")
    sizes = np.geomspace(known.min() / 2, min(known.max() * 2, total), _POINTS)
    share = np.minimum(sizes / total, 1.0)
    one, all_ = (limits(total, share, tail) for tail in (_TAIL, _LEVEL / parts))
    return pd.DataFrame(
        {
            "expected": sizes,
            "low": one[0] / sizes,
            "high": one[1] / sizes,
            "low_of_all": all_[0] / sizes,
            "high_of_all": all_[1] / sizes,
        }
    )
