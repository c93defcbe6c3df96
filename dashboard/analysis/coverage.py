"""Member states by what was written there and by who signed, each against its own share."""

import numpy as np
import pandas as pd

from dashboard.analysis.parity import parity
from dashboard.analysis.verdicts import BELOW, FEWEST

WRITTEN_ONLY, SIGNING_ONLY = "written_about_not_signing", "signing_not_written_about"
NEITHER, BOTH, OPEN = "neither", "both", "too_little_evidence"
CORNERS = (WRITTEN_ONLY, SIGNING_ONLY, NEITHER, BOTH, OPEN)

_OF_STORIES = {
    "observed": "stories",
    "expected": "stories_expected",
    "ratio": "coverage",
    "ratio_low": "coverage_low",
    "ratio_high": "coverage_high",
    "verdict": "coverage_verdict",
    "shrunk": "coverage_shrunk",
    "shrunk_low": "coverage_shrunk_low",
    "shrunk_high": "coverage_shrunk_high",
}
_OF_SIGNATURES = ("observed", "expected", "ratio", "ratio_low", "ratio_high", "verdict")
_STEADIED = ("shrunk", "shrunk_low", "shrunk_high")


def coverage(stories: pd.DataFrame, signatures: pd.DataFrame, denominator: str) -> pd.DataFrame:
    """One row for each member state: stories against its share of the people, signatures against that of denominator.

    stories: iso2, name, stories, population. signatures: iso2, name, observed and the column named by denominator.
    Both are judged as in dashboard.analysis.parity; the columns of the stories are stories, stories_expected, coverage
    (their ratio, with _low, _high, _verdict, _shrunk), those of the signatures have its names. corner: 'neither' where
    both are under their share beyond chance, 'both' where neither is (as _reaches says), one of the two between, and
    'too_little_evidence' where either could be so or so. Ordered by corner, then by name.
    """
    written = parity(stories.rename(columns={"stories": "observed"}), "population")[
        ["iso2", "name", *_OF_STORIES]
    ].rename(columns=_OF_STORIES)
    signed = parity(signatures, denominator)[["iso2", *_OF_SIGNATURES, *_STEADIED]]
    rows = written.merge(signed, on="iso2")
    is_written = _reaches(rows["stories"], rows["coverage_low"])
    is_signing = _reaches(rows["observed"], rows["ratio_low"])
    unwritten, unsigned = rows["coverage_verdict"] == "under", rows["verdict"] == "under"
    corner = np.select(
        [is_written & unsigned, is_signing & unwritten, unwritten & unsigned, is_written & is_signing],
        [WRITTEN_ONLY, SIGNING_ONLY, NEITHER, BOTH],
        OPEN,
    )
    rows["corner"] = pd.Categorical(corner, CORNERS, ordered=True)
    rows = rows.sort_values(["corner", "name"]).reset_index(drop=True)
    return rows.assign(corner=rows["corner"].astype(str))


def _reaches(observed: pd.Series, ratio_low: pd.Series) -> pd.Series:
    """Whether a state is at its share or above: its interval leaves out a fifth less; a handful proves nothing."""
    return (ratio_low >= BELOW) & (observed >= FEWEST)
