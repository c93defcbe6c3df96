"""The fewest signatures that lift some of the states to their share."""

import numpy as np
import pandas as pd

_MOST_STATES = 10  # a plan for more is no plan
_ROUNDING = 1e-6


def gap_plan(states: pd.DataFrame, behind: pd.Series) -> pd.DataFrame:
    """For one state, two and so on: which of those behind reach their share with the fewest additional signatures.

    states: name, observed, expected of all parts of the total. behind: which of them are to be lifted. Every signature
    that is added raises the share of all others, so a state's own distance (missing_to_parity) is not enough: with X
    signatures more, state i needs share_i (N + X) - observed_i. The fewest for k states is the smallest X that the k
    smallest of these needs do not exceed; it is found from below, since needs only grow with X.

    Gives lifted (how many states), names (of the states, the nearest first) and additional (whole signatures).
    """
    is_behind = behind.to_numpy(bool)
    counted = np.maximum(states["observed"].to_numpy(np.float64), 0)
    total = float(counted.sum())
    names, observed = states["name"].to_numpy()[is_behind], counted[is_behind]
    share = states["expected"].to_numpy(np.float64)[is_behind] / max(total, 1.0)
    rows, added = [], 0.0
    for k in range(1, min(len(names), _MOST_STATES) + 1):
        while True:
            needs = np.maximum(np.ceil(share * (total + added) - observed - _ROUNDING), 0)
            nearest = np.argsort(needs, kind="stable")[:k]
            if (needed := needs[nearest].sum()) <= added:
                break
            added = needed
        rows.append((k, ", ".join(names[nearest]), int(added)))
    return pd.DataFrame(rows, columns=["lifted", "names", "additional"])
