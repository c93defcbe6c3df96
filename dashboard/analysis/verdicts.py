"""Is a part of the total smaller or larger than its share, at its share, or is there too little to tell?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.binomial import at_least, at_most, clopper_pearson
from dashboard.analysis.holm import holm

BELOW, ABOVE = 0.8, 1.25  # a difference that matters to an organiser: a fifth less, or a quarter more
FEWEST = 10  # so few, perhaps of one team, make no state over-reached
_LEVEL = 0.05

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Verdicts:
    """For each part: what its share would give, observed over that with its 95 % interval, and the verdict."""

    expected: Numbers
    ratio: Numbers
    ratio_low: Numbers
    ratio_high: Numbers
    verdict: NDArray[np.str_]


def verdicts(observed: Numbers, share: Numbers) -> Verdicts:
    """Judge all parts of a total together; along the last axis stand the parts, along the others separate campaigns.

    Given the total, a part at its share is binomial, so the tests and intervals are exact (the conditional comparison
    of Poisson rates of Przyborowski and Wilenski, Biometrika 31, 1940, 313-323). A published total can fall: a negative
    part counts as none. Ratios are missing where nothing is expected.

    verdict: 'under' where the ratio is below BELOW and a one-sided test, adjusted by Holm's method for all parts,
    rejects parity at 5 %; 'over' likewise above ABOVE, of at least FEWEST; 'on_par' where the interval lies within
    both; else 'too_little_evidence'.
    """
    count = np.maximum(observed, 0)
    total = count.sum(axis=-1, keepdims=True)
    expected = total * share
    low, high = clopper_pearson(count, total)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio, ratio_low, ratio_high = (
            np.where(expected > 0, part / share, np.nan) for part in (count / total, low, high)
        )
    under = (ratio < BELOW) & (holm(at_most(count, total, share)) < _LEVEL)
    over = (ratio > ABOVE) & (count >= FEWEST) & (holm(at_least(count, total, share)) < _LEVEL)
    level = (ratio_low >= BELOW) & (ratio_high <= ABOVE)
    verdict = np.select([under, over, level], ["under", "over", "on_par"], "too_little_evidence")
    return Verdicts(expected, ratio, ratio_low, ratio_high, verdict)
