"""Kinds of institution in member states, against the state's share of what that kind gave in all of them."""

import numpy as np
import pandas as pd

from dashboard.analysis.verdicts import verdicts


def judged_cells(cells: pd.DataFrame, denominator: str) -> pd.DataFrame:
    """Add expected, ratio, ratio_low, ratio_high, verdict and missing_to_parity (whole signatures, never below 0).

    cells: every state with every kind: iso2, institution_type, observed and the column named by denominator. Expected
    is the kind's signatures times the state's share of the denominator. All cells are judged together, as parts of one
    total, by dashboard.analysis.verdicts; a kind's total is counted too, which makes the tests a little too careful.
    States that have nothing of the denominator are left out.
    """
    cells = cells[cells[denominator] > 0]
    counted = cells.assign(observed=cells["observed"].clip(lower=0), size=cells[denominator].astype("float64"))
    of_kind = counted.groupby("institution_type")[["observed", "size"]].transform("sum")
    share = of_kind["observed"] / max(counted["observed"].sum(), 1) * counted["size"] / of_kind["size"]
    observed = np.asarray(counted["observed"], dtype=np.float64)
    found = verdicts(observed, np.asarray(share.fillna(0), dtype=np.float64))
    missing = np.ceil(np.maximum(np.round(found.expected - observed, 6), 0))
    return cells.assign(
        expected=found.expected,
        ratio=found.ratio,
        ratio_low=found.ratio_low,
        ratio_high=found.ratio_high,
        verdict=found.verdict,
        missing_to_parity=missing.astype("int64"),
    )
