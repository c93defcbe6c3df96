"""Do parts of a total differ by more than chance?"""

import numpy as np
from numpy.typing import NDArray

_DRAWS = 999
_SEED = 27  # the same campaign gets the same answer


def differ_beyond_chance(observed: NDArray[np.float64], share: NDArray[np.float64]) -> bool:
    """Whether Pearson's statistic of counts against their shares of the total is beyond what chance gives at 5 %.

    Its distribution is that of draws with the same total, since the usual one fails where little is expected (Hope,
    Journal of the Royal Statistical Society B 30, 1968, 582-598).
    """
    total = int(observed.sum())
    if not total or not (share > 0).all():
        return False
    expected = total * share
    drawn = np.random.default_rng(_SEED).multinomial(total, share, size=_DRAWS)
    statistic = ((observed - expected) ** 2 / expected).sum()
    as_far = int((((drawn - expected) ** 2 / expected).sum(axis=1) >= statistic).sum())
    return (1 + as_far) / (1 + _DRAWS) < 0.05
