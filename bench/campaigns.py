"""Invented campaigns for benchmarks of statistics: signatures a day, with surges and decays as petitions have them."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def invented_campaign(random: np.random.Generator, days: int = 240, growth: float = 0.0) -> Numbers:
    """Signatures of each day: a launch that decays, a wandering floor, weekdays, and surges of heavy-tailed size.

    growth: of the floor, a day (a logarithm). Surges come every 25 to 120 days; each is 2 to 500 times the floor
    (Pareto with exponent 1.1) and halves in 1.5 to 6 days, a part of it more slowly. Counts are negative binomial.
    """
    day = np.arange(days)
    floor = random.uniform(0.05, 0.4)
    launch = random.uniform(1, 8) * (1 - floor) * (1 + day / random.uniform(2, 10)) ** -random.uniform(0.6, 1.4)
    wandering = _autocorrelated(random, days, random.uniform(0.05, 0.2))
    weekdays = np.exp(np.concatenate([random.normal(0.1, 0.1, 5), random.normal(-0.3, 0.2, 2)]))
    rate = floor + launch
    for begin in _surge_days(random, days):
        age = np.maximum(day - begin, 0)
        decay = 0.85 * 0.5 ** (age / random.uniform(1.5, 6)) + 0.15 * (1 + age / 4) ** -1.2
        rate = rate + np.where(day >= begin, floor * min(2 * (1 + random.pareto(1.1)), 500) * decay, 0)
    size = np.exp(random.normal(np.log(80), 1.5))
    mean = size * rate * np.exp(wandering + growth * day) * weekdays[(day + random.integers(7)) % 7]
    clumped = random.uniform(3, 30)
    return np.asarray(random.poisson(random.gamma(clumped, mean / clumped)), dtype=np.float64)


def _autocorrelated(random: np.random.Generator, days: int, step: float) -> Numbers:
    path = np.zeros(days)
    for day in range(1, days):
        path[day] = 0.97 * path[day - 1] + random.normal(0, step)
    return path


def _surge_days(random: np.random.Generator, days: int) -> list[int]:
    every = random.uniform(25, 120)
    begins = random.exponential(every, size=days).cumsum()
    return [int(begin) for begin in begins if begin < days]
