"""Many tests looked at together."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def holm(chances: ArrayLike) -> NDArray[np.float64]:
    """Chances adjusted for having looked at all of them (Holm, Scandinavian Journal of Statistics 6, 1979, 65–70).

    The last axis is adjusted; along the others stand campaigns that have nothing to do with each other.
    """
    given = np.asarray(chances, dtype=np.float64)
    order = np.argsort(given, axis=-1)
    left = given.shape[-1] - np.arange(given.shape[-1])
    stepped = np.maximum.accumulate(np.take_along_axis(given, order, axis=-1) * left, axis=-1)
    adjusted = np.empty_like(given)
    np.put_along_axis(adjusted, order, np.minimum(stepped, 1.0), axis=-1)
    return adjusted
