"""Which mentions tell one story: headlines that differ in spelling only, and what is linked over others."""

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

_SAME_SPELLING = 80  # of 100: 'labelled' and 'labeled', 'open source' and 'opensource'; not 'Slovakia' and 'Slovenia'


def respelt(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs (run, other) whose rests (own, others) differ in their spelling only."""
    alike = process.cpdist(
        pairs["own"], pairs["others"], scorer=fuzz.partial_ratio, score_cutoff=_SAME_SPELLING, workers=-1
    )
    return pairs.loc[alike > 0, ["run", "other"]].rename(columns={"run": "mention"})


def stories(links: pd.DataFrame, mentions: int) -> pd.DataFrame:
    """The story of each of the ``mentions``: the same number for those that the pairs (mention, other) link."""
    ends = (links["mention"].to_numpy(), links["other"].to_numpy())
    linked = coo_array((np.ones(len(links), dtype=bool), ends), shape=(mentions, mentions))
    return pd.DataFrame({"mention": np.arange(mentions), "story": connected_components(linked, directed=False)[1]})
