"""Are planted lifts of events found, and quiet days left quiet? python -m bench.lift"""

from dataclasses import dataclass

import numpy as np

from bench.campaigns import invented_campaign
from dashboard.analysis.lift import WINDOW, lifts

_SEED = 72
_CAMPAIGNS, _DAYS, _EVENTS = 500, 120, 4
_FIRST, _APART = 25, 12  # days: the first event, and the fewest between two
_SHARE = 0.1  # of all signatures, from the states that an event concerned
_SHAPE = (0.5, 0.3, 0.2)  # of a lift, over its days


@dataclass(frozen=True)
class Lifted:
    """Shares: of planted lifts (none among them) within their 90 % interval, of quiet days with an alarm, of planted
    lifts that were found."""

    kind: str
    covered: float
    alarms: float
    found: float

    def line(self) -> str:
        """One row of a table in Markdown."""
        return f"| {self.kind} | {self.covered:.1%} | {self.alarms:.1%} | {self.found:.1%} |"


def benchmark_lift() -> list[Lifted]:
    """Events of the whole campaign, and of some states beside the others."""
    return [_lifted("the whole campaign", None), _lifted("some states, beside the others", _SHARE)]


def lines(results: list[Lifted]) -> list[str]:
    """The results as a table in Markdown."""
    head = "| events that concern | covered (wanted 90 ± 5 %) | alarms without a lift (≤ 10 %) | lifts found |"
    return [head, "|---|---:|---:|---:|", *(result.line() for result in results)]


def _lifted(kind: str, share: float | None) -> Lifted:
    """Half of the events bring a third to three times what would have come anyway, the others nothing."""
    random = np.random.default_rng(_SEED)
    covered: list[bool] = []
    alarms: list[bool] = []
    found: list[bool] = []
    for _ in range(_CAMPAIGNS):
        everywhere = invented_campaign(random, _DAYS)
        own = random.binomial(everywhere.astype(np.int64), share).astype(np.float64) if share else everywhere.copy()
        places = random.choice(np.arange(_FIRST, _DAYS - WINDOW, _APART), _EVENTS, replace=False).tolist()
        others = everywhere - own if share else None
        planted = []
        for number, place in enumerate(places):
            usual = own[place - 7 : place].mean() * WINDOW * random.uniform(1 / 3, 3) + 3
            planted.append(int(random.poisson(usual)) if number % 2 else 0)
            own[place : place + WINDOW] += random.multinomial(planted[-1], _SHAPE)
        for told, true in zip(lifts(own, others, places), planted, strict=True):
            if told.low is None or told.high is None:
                continue
            covered.append(told.low <= true <= told.high)
            (found if true else alarms).append(told.verdict == "lift")
    return Lifted(kind, float(np.mean(covered)), float(np.mean(alarms)), float(np.mean(found)))


if __name__ == "__main__":
    print(*lines(benchmark_lift()), sep="\n")
