"""From contacts to signatures: at what rate, and how many contacts a number of signatures takes."""

from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.binomial import clopper_pearson
from dashboard.analysis.wilson import wilson

_PRIOR_CONTACTS = 20  # at the rate of all kinds: so many contacts weigh as much as what all others showed


@dataclass(frozen=True)
class Conversion:
    """Signatures from contacts of one channel: how many of contacted signed, and the rate's ends (95 %, Wilson)."""

    channel: str
    contacted: int
    signed: int
    low: float
    high: float

    @property
    def rate(self) -> float:
        """Signatures to expect of one contact."""
        return self.signed / self.contacted


def best_channel(counted: pd.DataFrame) -> Conversion | None:
    """The channel with the highest certain rate: the lower end of the exact interval, so that one of one is none.

    counted: channel, contacted, signed (of the contacted). None where nobody was contacted.
    """
    if not len(counted):
        return None
    channels = counted.groupby("channel", as_index=False)[["contacted", "signed"]].sum()
    low, high = wilson(channels["signed"], channels["contacted"])
    certain, _ = clopper_pearson(channels["signed"], channels["contacted"])
    rated = channels.assign(low=low, high=high, certain=certain)
    best = rated.sort_values(["certain", "contacted"]).iloc[-1]
    return Conversion(best.channel, int(best.contacted), int(best.signed), float(best.low), float(best.high))


def rates_by_kind(counted: pd.DataFrame) -> tuple[pd.Series, float]:
    """The rate of each kind of institution that was contacted, and that of all; 0 where nobody was.

    counted: institution_type, contacted, signed. Rates are drawn towards that of all, as if _PRIOR_CONTACTS more had
    been made at it, so that three contacts make no kind the best.
    """
    kinds = counted.groupby("institution_type")[["contacted", "signed"]].sum()
    everyone = float(kinds["signed"].sum() / max(kinds["contacted"].sum(), 1))
    drawn = (kinds["signed"] + _PRIOR_CONTACTS * everyone) / (kinds["contacted"] + _PRIOR_CONTACTS)
    return drawn, everyone
