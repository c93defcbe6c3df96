"""Member states against what their share of the Union's people, or of its seats in Parliament, would give."""

import math

import numpy as np
import pandas as pd

from dashboard.analysis.poisson import at_least, at_most, garwood, holm

BELOW, ABOVE = 0.8, 1.25  # a difference that matters to an organiser: a fifth less, or a quarter more
_LEVEL = 0.05


def parity(member_states: pd.DataFrame, denominator: str) -> pd.DataFrame:
    """Observed against expected signatures for every member state.

    member_states: iso2, name, observed and the column named by denominator. Gives iso2, name, observed, expected,
    ratio, ratio_low, ratio_high (95 %, Garwood), verdict, missing_to_parity (whole, never below 0), the lowest ratio
    first. Expected is the total of all states divided by the denominator, so the expected add up to the observed.

    verdict: 'under' where the ratio is below BELOW and an exact one-sided Poisson test, adjusted by Holm's method for
    all states, rejects parity at 5 %; 'over' likewise above ABOVE; 'on_par' where the interval lies within both;
    else 'too_little_evidence'.
    """
    size = member_states[denominator].astype("float64").fillna(0.0)
    observed = member_states["observed"].astype("float64")
    expected = observed.sum() * size / size.sum() if size.sum() else size * 0.0
    low, high = garwood(observed)
    known = expected.where(expected > 0)
    ratio, ratio_low, ratio_high = observed / known, low / known, high / known
    under = (ratio < BELOW) & (holm(at_most(observed, expected)) < _LEVEL)
    over = (ratio > ABOVE) & (holm(at_least(observed, expected)) < _LEVEL)
    level = (ratio_low >= BELOW) & (ratio_high <= ABOVE)
    verdict = np.select([under, over, level], ["under", "over", "on_par"], "too_little_evidence")
    missing = (expected - observed).round(6).clip(lower=0).map(math.ceil)
    return (
        pd.DataFrame(
            {
                "iso2": member_states["iso2"],
                "name": member_states["name"],
                "observed": member_states["observed"],
                "expected": expected,
                "ratio": ratio,
                "ratio_low": ratio_low,
                "ratio_high": ratio_high,
                "verdict": verdict,
                "missing_to_parity": missing,
            }
        )
        .sort_values(["ratio", "name"])
        .reset_index(drop=True)
    )
