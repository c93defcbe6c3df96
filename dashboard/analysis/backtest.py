"""Past forecasts of one campaign, made again with what was known on the day, beside what came."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashboard.analysis.forecast import FEWEST_DAYS, QUANTILES, Numbers, gained, track

HORIZONS = (7, 14, 28)
_MOST = 90  # forecasts of each horizon, the latest
_LOW, _MEDIAN, _HIGH = (QUANTILES.index(chance) for chance in (0.1, 0.5, 0.9))


def backtest(signatures: Numbers, horizons: Sequence[int] = HORIZONS) -> pd.DataFrame:
    """How past forecasts did: horizon (days), forecasts, held (share of outcomes within the 80 % band), loss and
    straight_loss (mean pinball loss in signatures, of these forecasts and of the straight line through the last seven
    days), miss and straight_miss (median distance from the outcome). Horizons without a known outcome are left out.

    signatures: of the finished days. Source of the loss: Koenker and Bassett, Econometrica 46 (1978) 33-50.
    """
    known = track(signatures)
    rows = []
    for horizon in horizons:
        origins = np.arange(FEWEST_DAYS, len(signatures) - horizon + 1)[-_MOST:]
        if not len(origins):
            continue
        outcome = known.total[origins + horizon] - known.total[origins]
        told = np.array([gained(known, days, horizon) for days in origins])
        straight = (known.total[origins] - known.total[origins - 7]) / 7 * horizon
        rows.append(
            {
                "horizon": horizon,
                "forecasts": len(origins),
                "held": float(((told[:, _LOW] <= outcome) & (outcome <= told[:, _HIGH])).mean()),
                "loss": pinball(told, outcome),
                "straight_loss": pinball(straight[:, None], outcome),
                "miss": float(np.median(np.abs(told[:, _MEDIAN] - outcome))),
                "straight_miss": float(np.median(np.abs(straight - outcome))),
            }
        )
    names = ["horizon", "forecasts", "held", "loss", "straight_loss", "miss", "straight_miss"]
    return pd.DataFrame(rows, columns=names)


def pinball(told: Numbers, outcome: Numbers) -> float:
    """The mean pinball loss over QUANTILES. told: a row for each outcome, with a column for each quantile or one for
    all of them; smaller is better."""
    beyond = outcome[:, None] - told
    chances = np.array(QUANTILES)
    return float(np.maximum(chances * beyond, (chances - 1) * beyond).mean())
