"""What events and mailings brought: signatures above what would have come anyway, where each of them took place."""

from dataclasses import asdict, dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.history import history
from dashboard.analysis.lift import WINDOW, lifts
from dashboard.analysis.pace import daily_series
from dashboard.ask import Ask

_NO_EVENT = -1  # the place of a day that cannot be judged
_LIFT = ["lift", "lift_low", "lift_high", "verdict"]


@dataclass(frozen=True)
class _Where:
    """Where an event took place: its finished days, and signatures of each; the last of both is the same day."""

    series: pd.DataFrame
    signatures: NDArray[np.float64]

    def place(self, on: pd.Timestamp) -> int:
        """The place of a day among the signatures; none where its 72 hours hold a number of several days."""
        if not len(self.series):
            return _NO_EVENT
        first = int((on - self.series["day"].iloc[0]).days)  # the series has a row for every day
        window = self.series["is_pace"].to_numpy()[max(first, 0) : max(first + WINDOW, 0)]
        if not len(window) or not window.all():
            return _NO_EVENT
        return max(first, 0) - len(self.series) + len(self.signatures)


def lifts_of(ask: Ask, known: pd.DataFrame) -> pd.DataFrame:
    """Rows: event_id, and as in dashboard.analysis.lift lift, lift_low, lift_high, verdict; one for each of known.

    known: event_id, day, country (missing: the whole selection), also those before the chosen period: they overlap with
    others all the same.
    """
    known = known.sort_values("day", ignore_index=True)
    whole = _where(ask, ask.filters.countries)
    judged = []
    for country in known["country"].fillna("").unique():
        concerned = known[known["country"].isna() | (known["country"] == country)]
        own = _where(ask, (country,)) if country else whole
        shared = min(len(own.signatures), len(whole.signatures))
        others = whole.signatures[-shared:] - own.signatures[-shared:] if country and shared else None
        signatures = own.signatures[-shared:] if shared else own.signatures[:0]
        here = _Where(own.series, signatures)
        found = lifts(signatures, others, [here.place(on) for on in concerned["day"]])
        rows = pd.DataFrame([asdict(one) for one in found]).rename(columns={"low": "lift_low", "high": "lift_high"})
        rows["event_id"] = concerned["event_id"].tolist()
        judged.append(rows[(concerned["country"].fillna("") == country).to_numpy()])
    return pd.DataFrame(pd.concat(judged), columns=["event_id", *_LIFT])


def _where(ask: Ask, countries: tuple[str, ...]) -> _Where:
    until = min(ask.last_finished_day, ask.filters.to_day or ask.last_finished_day)
    counted = ask.days("signatures_by_day", countries=countries, from_day=None, to_day=until)
    series = daily_series(counted, ask.campaign.launched_on, until, until)
    return _Where(series, history(series, until))
