"""Rates of small states, drawn towards those of the others as far as their numbers are thin."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

_SPREADS = np.geomspace(0.005, 3.0, 40)  # standard deviation of true ratios between states, over their mean
_STEPS = np.linspace(-3.0, 3.0, 7)  # of the mean's own uncertainty
_TAIL = 0.025


@dataclass(frozen=True)
class Shrunk:
    """One number for each state: the ratio to expect of it, and the ends of its 95 % interval."""

    ratio: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]


def shrunk(observed: NDArray[np.float64], expected: NDArray[np.float64]) -> Shrunk:
    """Ratios of observed to expected counts under a Gamma distribution of true ratios, fitted to all states.

    Observed counts are Poisson with mean expected times ratio, so that they are negative binomial over all ratios
    (Clayton and Kaldor, Biometrics 43, 1987, 671-681). Mean and spread of the Gamma distribution are not fixed at their
    best values: every pair on a grid counts by its marginal likelihood, with equal weight for equal steps of mean and
    spread, and the interval is that of the Gamma distribution with the mean and variance of the mixture (Christiansen
    and Morris, Journal of the American Statistical Association 92, 1997, 618-632, who also match moments). Missing
    where nothing was expected or observed at all.
    """
    if not observed.sum() > 0 or not (expected > 0).all():
        missing = np.full(len(observed), np.nan)
        return Shrunk(missing, missing, missing)
    precision = expected / (1 + _SPREADS[:, None] ** 2 * expected)  # of a state's ratio, for every spread
    centre = (precision * (observed / expected)).sum(axis=1) / precision.sum(axis=1)
    error = np.sqrt(np.maximum(centre, 1 / observed.sum()) / precision.sum(axis=1))
    means = np.maximum(centre[:, None] + _STEPS * error[:, None], 1e-9)[..., None]  # spread, mean, state
    shape = np.broadcast_to((1 / _SPREADS**2)[:, None, None], means.shape)
    rate = shape / means
    evidence = (
        special.gammaln(shape + observed)
        - special.gammaln(shape)
        + shape * np.log(rate / (rate + expected))
        + observed * np.log(expected / (rate + expected))
    ).sum(axis=2) + np.log(error * _SPREADS)[:, None]
    weight = np.exp(evidence - evidence.max())[..., None]
    weight /= weight.sum()
    ratio = (shape + observed) / (rate + expected)
    mean = (weight * ratio).sum(axis=(0, 1))
    variance = (weight * (ratio / (rate + expected) + (ratio - mean) ** 2)).sum(axis=(0, 1))
    fitted, scale = mean**2 / variance, variance / mean
    low, high = (special.gammaincinv(fitted, tail) * scale for tail in (_TAIL, 1 - _TAIL))
    return Shrunk(mean, low, high)
