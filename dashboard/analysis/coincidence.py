"""Whether one part of a burst gave more of it than that part usually gives."""

import numpy as np
import pandas as pd

from dashboard.analysis.binomial import at_least
from dashboard.analysis.holm import holm

_SHARE, _TIMES = 0.25, 1.5  # a part that matters: a quarter of the burst, half as much again as usual
_LEVEL = 0.05


def beyond_usual(parts: pd.DataFrame) -> pd.DataFrame:
    """The parts that gave more than their usual share beyond chance (exact binomial tests, all parts together by Holm's
    method), the largest first, with share.

    parts: all of one burst, with signatures and usual_share (of what else came; missing where nobody knows).
    """
    count = np.maximum(np.asarray(parts["signatures"], dtype=np.float64), 0)
    usual = np.nan_to_num(np.asarray(parts["usual_share"], dtype=np.float64), nan=1.0)
    share = count / max(count.sum(), 1)
    beyond = holm(at_least(count, count.sum(), usual)) < _LEVEL
    matters = (share >= _SHARE) & (share >= _TIMES * usual)
    found: pd.DataFrame = parts.assign(share=share).loc[beyond & matters]
    return found.sort_values("signatures", ascending=False)
