"""Do forecasts hold what they promise? python -m bench.forecast

On invented campaigns with planted surges, forecasts are made from rolling origins with what was known then: how often
the bands held what came, and their pinball loss beside those of what everyone else draws. Other kinds of campaign,
which the forecast was not tuned on, are listed apart.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bench.campaigns import Numbers, invented_campaign
from dashboard.analysis.backtest import HORIZONS, pinball
from dashboard.analysis.forecast import gained, track

_SEED = 20260
_CAMPAIGNS = 150
_FIRST, _STEP = 14, 3  # the first origin, and the days between two
_ALPHA, _BETA, _PHI = 0.5, 0.1, 0.9  # of the damped trend
_NAMES = ("forecast", "1-day line", "7-day line", "damped trend")
Campaign = Callable[[np.random.Generator], Numbers]


@dataclass(frozen=True)
class Held:
    """One kind of campaign and horizon: shares of outcomes within the bands, losses as shares of what came a day."""

    kind: str
    horizon: int
    in_50: float
    in_80: float
    in_95: float
    losses: tuple[float, ...]

    def line(self) -> str:
        """One row of a table in Markdown."""
        losses = " | ".join(f"{loss:.3f}" for loss in self.losses)
        return f"| {self.kind} | {self.horizon} | {self.in_50:.0%} | {self.in_80:.0%} | {self.in_95:.0%} | {losses} |"


def benchmark_forecast() -> list[Held]:
    """Every kind of campaign at every horizon."""
    return [_held(kind, make, horizon) for kind, make in _KINDS.items() for horizon in HORIZONS]


def lines(results: list[Held]) -> list[str]:
    """The results as a table in Markdown."""
    head = f"| campaigns | days ahead | in 50 % band | in 80 % | in 95 % | {' | '.join(_NAMES)} |"
    return [head, "|---|---:|---:|---:|---:|---:|---:|---:|---:|", *(result.line() for result in results)]


def _held(kind: str, make: Campaign, horizon: int) -> Held:
    random = np.random.default_rng(_SEED)
    inside, losses = [], []
    for _ in range(_CAMPAIGNS):
        signatures = make(random)
        known = track(signatures)
        origins = np.arange(_FIRST, len(signatures) - horizon + 1, _STEP)
        outcome = known.total[origins + horizon] - known.total[origins]
        told = np.array([gained(known, int(days), horizon) for days in origins])
        lows, highs = told[:, :3], told[:, :3:-1]  # the bands of 95, 80 and 50 %
        inside.append((lows <= outcome[:, None]) & (outcome[:, None] <= highs))
        others = [_line(signatures, origins, horizon, 1), _line(signatures, origins, horizon, 7)]
        others.append(np.array([_damped_trend(signatures[:days], horizon) for days in origins])[:, None])
        losses.append([pinball(one, outcome) / (signatures.mean() * horizon) for one in (told, *others)])
    in_95, in_80, in_50 = np.concatenate(inside).mean(axis=0)
    return Held(kind, horizon, in_50, in_80, in_95, tuple(np.mean(losses, axis=0)))


def _line(signatures: Numbers, origins: np.ndarray, horizon: int, days: int) -> Numbers:
    """The straight line through the last days: the same for every quantile."""
    return np.array([signatures[origin - days : origin].mean() * horizon for origin in origins])[:, None]


def _damped_trend(signatures: Numbers, horizon: int) -> float:
    """Holt's linear method with a damped trend (Gardner and McKenzie, Management Science 31, 1985, 1237-1246)."""
    level, trend = float(signatures[0]), 0.0
    for count in signatures[1:]:
        before = level
        level = _ALPHA * float(count) + (1 - _ALPHA) * (level + _PHI * trend)
        trend = _BETA * (level - before) + (1 - _BETA) * _PHI * trend
    damped = float((_PHI ** np.arange(1, horizon + 1)).cumsum().sum())
    return max(level * horizon + trend * damped, 0.0)


def _one_great_surge(random: np.random.Generator) -> Numbers:
    """A year of a few hundred a day after a great launch, then weeks of up to 120,000 a day."""
    day = np.arange(365)
    begin = int(random.integers(250, 330))
    age = np.maximum(day - begin, 0)
    surge = np.minimum((age + 1) / 8, 1) * 0.5 ** (np.maximum(age - 10, 0) / 5)
    floor = random.uniform(150, 400) * np.exp(random.normal(0, 0.05, 365).cumsum())
    mean = 15_000 * (1 + day / 3) ** -1.3 + floor + np.where(day >= begin, 120_000 * surge, 0)
    return np.asarray(random.poisson(random.gamma(10, mean / 10)), dtype=np.float64)


def _launch_and_decay(random: np.random.Generator) -> Numbers:
    """A great launch that decays for half a year to a wandering floor, with weekdays."""
    day = np.arange(200)
    floor = random.uniform(20, 400) * np.exp(random.normal(0, 0.05, 200).cumsum())
    weekdays = np.exp(np.concatenate([random.normal(0.1, 0.1, 5), random.normal(-0.3, 0.2, 2)]))
    launch = random.uniform(1_000, 20_000) * (1 + day / random.uniform(1, 6)) ** -random.uniform(0.8, 1.5)
    clumped = random.uniform(3, 30)
    mean = (launch + floor) * weekdays[day % 7]
    return np.asarray(random.poisson(random.gamma(clumped, mean / clumped)), dtype=np.float64)


_KINDS: dict[str, Campaign] = {
    "with surges": invented_campaign,
    "with surges, growing": lambda random: invented_campaign(random, growth=0.01),
    "one great surge": _one_great_surge,
    "launch and long decay": _launch_and_decay,
    "steady": lambda random: random.poisson(random.uniform(5, 300), 180).astype(np.float64),
}


if __name__ == "__main__":
    print(*lines(benchmark_forecast()), sep="\n")
