"""The interval of a rate that is easy to work out and right on average."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

_Z = 1.959963984540054  # of the normal distribution, 95 % on both sides
Numbers = NDArray[np.float64]


def wilson(part: ArrayLike, whole: ArrayLike) -> tuple[Numbers, Numbers]:
    """The 95 % interval of a rate, of which part out of whole was seen; 0 to 1 where the whole is nothing.

    Source: Wilson, Journal of the American Statistical Association 22 (1927) 209-212.
    """
    k, n = np.asarray(part, dtype=np.float64), np.asarray(whole, dtype=np.float64)
    size = np.maximum(n, 1)
    rate = np.minimum(k / size, 1.0)
    middle = (rate + _Z**2 / (2 * size)) / (1 + _Z**2 / size)
    half = _Z * np.sqrt(rate * (1 - rate) / size + _Z**2 / (4 * size**2)) / (1 + _Z**2 / size)
    low = np.where(k > 0, middle - half, 0.0)
    high = np.where(k < size, middle + half, 1.0)
    return np.where(n > 0, low, 0.0), np.where(n > 0, high, 1.0)
