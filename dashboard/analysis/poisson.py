"""Exact statements about a count. Only scipy.special is used: it loads in a tenth of the time of scipy.stats."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

CONFIDENCE = 0.95


def garwood(observed: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The exact 95 % interval of the mean of a Poisson count.

    Source: Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936) 437–442. A published total can
    fall, so a net count may be negative: it gets the interval of zero.
    """
    count = np.maximum(np.asarray(observed, dtype=np.float64), 0)
    tail = (1 - CONFIDENCE) / 2
    low = np.where(count > 0, special.gammaincinv(np.maximum(count, 1), tail), 0.0)
    return low, np.asarray(special.gammaincinv(count + 1, 1 - tail), dtype=np.float64)
