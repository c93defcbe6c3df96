"""Whether one part of a burst gave more of it than that part usually gives."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from dashboard.analysis.binomial import at_least
from dashboard.analysis.holm import holm

_SHARE, _TIMES = 0.25, 1.5  # a part that matters: a quarter of the burst, half as much again as usual
_LEVEL = 0.05


class Beyond(NamedTuple):
    """A part that gave more than usual: its share of the burst, and of what else came."""

    part: str
    share: float
    usual_share: float


def beyond_usual(parts: Sequence[str], signatures: ArrayLike, usual_share: ArrayLike) -> list[Beyond]:
    """The parts that gave more than their usual share beyond chance (exact binomial tests, all parts together by Holm's
    method), the largest first.

    parts: all of one burst, with their signatures and usual_share (of what else came; missing where nobody knows).
    """
    count = np.maximum(np.asarray(signatures, dtype=np.float64), 0)
    usual = np.nan_to_num(np.asarray(usual_share, dtype=np.float64), nan=1.0)
    share = count / max(count.sum(), 1)
    beyond = holm(at_least(count, count.sum(), usual)) < _LEVEL
    matters = (share >= _SHARE) & (share >= _TIMES * usual)
    found = [Beyond(parts[place], share[place], usual[place]) for place in np.flatnonzero(beyond & matters).tolist()]
    return sorted(found, key=lambda one: one.share, reverse=True)
