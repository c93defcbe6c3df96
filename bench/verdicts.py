"""Are the verdicts on member states right as often as they say? python -m bench.verdicts

Campaigns are invented by chance from the reference's populations: where every state has its share, none may be called
under-reached; one with a third of its share must be found; intervals of shrunken rates must hold the true ones.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.shrinkage import shrunk
from dashboard.analysis.verdicts import verdicts

_STATES = Path(__file__).parents[1] / "data" / "reference" / "member_states.csv"
_SEED = 2026
_CAMPAIGNS = 2_000
_SIZES = (30, 300, 3_000, 100_000)
_EXPECTED = (25, 40)
_LAGS = 1 / 3
_VARIATIONS = (0.3, 0.6)
_SMALL = 0.05  # of the Union's people

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Checked:
    """What was asked, what the simulation gave, and what it must be."""

    question: str
    result: float
    wanted: str

    def line(self) -> str:
        """One row of a table in Markdown."""
        return f"| {self.question} | {self.result:.1%} | {self.wanted} |"


def benchmark_verdicts() -> list[Checked]:
    """Every simulation, in the order of the report."""
    random, share = np.random.default_rng(_SEED), _shares()
    return [
        *(check for size in _SIZES for check in _equal_rates(random, share, size)),
        *(_one_lags(random, share, expected) for expected in _EXPECTED),
        *(_covered(random, share, size, variation) for size in _SIZES[1:] for variation in _VARIATIONS),
    ]


def lines(checks: list[Checked]) -> list[str]:
    """The results as a table in Markdown."""
    return ["| simulated | result | wanted |", "|---|---:|---|", *(check.line() for check in checks)]


def _shares() -> Numbers:
    with _STATES.open(encoding="utf-8") as file:
        people = np.array([float(row["population"]) for row in csv.DictReader(file)])
    return np.asarray(people / people.sum(), dtype=np.float64)


def _equal_rates(random: np.random.Generator, share: Numbers, size: int) -> list[Checked]:
    observed = random.multinomial(size, share, size=_CAMPAIGNS).astype(np.float64)
    told = verdicts(observed, share).verdict
    under = float((told == "under").any(axis=1).mean())
    silent = float((told[:, share < _SMALL] == "too_little_evidence").all(axis=1).mean())
    checks = [Checked(f"n = {size:,}, equal rates: campaigns with a false “under”", under, "≤ 5 % (6 %)")]
    if size == _SIZES[0]:
        checks.append(
            Checked(f"n = {size}: campaigns where all small states have too little evidence", silent, "100 %")
        )
    return checks


def _one_lags(random: np.random.Generator, share: Numbers, expected: int) -> Checked:
    """Each state in turn has a third of its share, in a campaign just large enough to expect that many from it."""
    found = []
    for state in range(len(share)):
        lagging = share * (1 - share[state] * _LAGS) / (1 - share[state])
        lagging[state] = share[state] * _LAGS
        total = round(expected / share[state])
        observed = random.multinomial(total, lagging, size=_CAMPAIGNS).astype(np.float64)
        found.append(float((verdicts(observed, share).verdict[:, state] == "under").mean()))
    wanted = "≥ 80 %" if expected < max(_EXPECTED) else "≥ 95 %"
    return Checked(
        f"a state at a third of its share is found, {expected} expected (the worst state)", min(found), wanted
    )


def _covered(random: np.random.Generator, share: Numbers, size: int, variation: float) -> Checked:
    held = np.empty(_CAMPAIGNS)
    for campaign in range(_CAMPAIGNS):
        true = random.gamma(1 / variation**2, variation**2, len(share))
        observed = random.poisson(size * share * true).astype(np.float64)
        found = shrunk(observed, observed.sum() * share)
        of_parity = true * size / observed.sum()
        held[campaign] = ((found.low <= of_parity) & (of_parity <= found.high)).mean()
    question = f"n = {size:,}, true rates vary by {variation}: held by their 95 % interval"
    return Checked(question, float(held.mean()), "95 ± 2 %")


if __name__ == "__main__":
    print(*lines(benchmark_verdicts()), sep="\n")
