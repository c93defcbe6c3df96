"""A European citizens' initiative: a million statements of support, and a threshold in seven member states.

Source: Regulation (EU) 2019/788, Article 3: the threshold of a state is the number of its members of the European
Parliament times the number of all members, when the initiative is registered.
"""

from datetime import date

import numpy as np
import pandas as pd

TOTAL, STATES = 1_000_000, 7
_NEW_PARLIAMENT = date(2024, 7, 16)  # first sitting of the Parliament of 720 members; the one before had 705
_INVALID = (0.10, 0.25)  # of the signatures, as member states have found when they verified them
_DRAWS, _SEED = 2_000, 7


def seats_on(day: date) -> str:
    """The column of seats that counts for an initiative registered on that day."""
    return "ep_seats" if day >= _NEW_PARLIAMENT else "ep_seats_2020"


def thresholds(member_states: pd.DataFrame, seats: str) -> pd.DataFrame:
    """member_states: iso2, name, observed and the column of seats. Gives iso2, name, observed, threshold, of_threshold
    (a share, to 0.01 %) and reached; the largest share first."""
    size = member_states[seats].astype("int64")
    threshold = size * int(size.sum())
    observed = member_states["observed"]
    return (
        member_states[["iso2", "name", "observed"]]
        .assign(threshold=threshold, of_threshold=(observed / threshold).round(4), reached=observed >= threshold)
        .sort_values(["of_threshold", "name"], ascending=[False, True], ignore_index=True)
    )


def chance_to_pass(states: pd.DataFrame, total: int) -> float:
    """The chance that a million and seven thresholds remain when 10 to 25 % of all signatures prove invalid.

    states: observed, threshold. total: signatures, also those whose state is unknown. Every draw has one invalid share,
    any between the two alike, and signatures are invalid independently of each other.
    """
    random = np.random.default_rng(_SEED)
    valid_share = 1 - random.uniform(*_INVALID, size=(_DRAWS, 1))
    signed = np.maximum(states["observed"].to_numpy(dtype=np.int64), 0)
    valid = random.binomial(signed, valid_share)
    elsewhere = random.binomial(max(total - int(signed.sum()), 0), valid_share[:, 0])
    enough_states = (valid >= states["threshold"].to_numpy(dtype=np.int64)).sum(axis=1) >= STATES
    return float((enough_states & (valid.sum(axis=1) + elsewhere >= TOTAL)).mean())
