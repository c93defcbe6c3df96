"""Member states against what their share of the Union's people, or of its seats in Parliament, would give."""

import math

import numpy as np
import pandas as pd

from dashboard.analysis.binomial import limits
from dashboard.analysis.shrinkage import shrunk
from dashboard.analysis.verdicts import verdicts

_TAIL = 0.025


def parity(member_states: pd.DataFrame, denominator: str) -> pd.DataFrame:
    """Observed against expected signatures for every member state.

    member_states: iso2, name, observed and the column named by denominator. Expected is the total of all states times
    the state's share of the denominator, so the expected add up to the observed; a state that has none of it is left
    out. Gives, the lowest first:

    - iso2, name, observed, expected, ratio, ratio_low, ratio_high (95 %), verdict as in dashboard.analysis.verdicts
    - missing_to_parity: whole signatures, never below 0
    - limit_low, limit_high: the fewest and most signatures that chance alone would give (95 %)
    - shrunk, shrunk_low, shrunk_high: the ratio to expect, as in dashboard.analysis.shrinkage
    """
    has_size = member_states[denominator].to_numpy(np.float64, na_value=0) > 0
    iso2, name, counted, size = (
        member_states[column].to_numpy()[has_size] for column in ("iso2", "name", "observed", denominator)
    )
    size, observed = size.astype(np.float64), np.maximum(counted.astype(np.float64), 0)
    share = size / max(size.sum(), 1)
    found = verdicts(observed, share)
    missing = np.maximum(np.round(found.expected - observed, 6), 0)
    limit_low, limit_high = limits(observed.sum(), share, _TAIL)
    drawn = shrunk(observed, found.expected)
    return (
        pd.DataFrame(
            {
                "iso2": iso2,
                "name": name,
                "observed": counted,
                "expected": found.expected,
                "ratio": found.ratio,
                "ratio_low": found.ratio_low,
                "ratio_high": found.ratio_high,
                "verdict": found.verdict.tolist(),
                "missing_to_parity": [math.ceil(signatures) for signatures in missing],
                "limit_low": limit_low.astype("int64"),
                "limit_high": limit_high.astype("int64"),
                "shrunk": drawn.ratio,
                "shrunk_low": drawn.low,
                "shrunk_high": drawn.high,
            }
        )
        .sort_values(["shrunk", "name"])
        .reset_index(drop=True)
    )
