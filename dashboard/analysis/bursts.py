"""Days, or hours, with far more signatures than those around them.

As in the early detection of outbreaks of disease, a count is held against a level from days near by and against a
distribution that is wider than Poisson's by as much as the campaign's own days scatter (Farrington, Andrews, Beale and
Catchpole, Journal of the Royal Statistical Society A 159, 1996, 547-563; the negative binomial tail: Noufaily and
others, Statistics in Medicine 32, 2013, 1206-1222). Changed here: the level is the median of the seven days on either
side, since nobody waits for an alarm; it follows a campaign that decays, and a burst of a few days does not move it.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import special

from dashboard.analysis.holm import holm

Numbers = NDArray[np.float64]

_AROUND = 7  # days on either side
_FEWEST = 7  # known days around, or nothing can be said
_LEVEL = 0.05  # of the chance that any day of a campaign without bursts is called one
_TIMES, _MORE = 2.0, 10  # what is less than twice the usual, or not ten more, matters to nobody
_LEAST = 0.5  # signatures: where nothing ever came, the level is not nothing
_MEDIAN_OF_CHI2 = 0.4549364  # with one degree of freedom
_ERROR = 1 + np.pi / 2 / (2 * _AROUND)  # the median of so many days is itself off


def standing_out(counted: Numbers) -> pd.DataFrame:
    """The counts that stand out, in the order of time: place (row), slot (column), signatures, usual (the level).

    counted: signatures, one row a day and one column for each slot of a day (one for the day, 24 for its hours);
    missing where a number is none of its own; one day at least. A slot is held against the same one of other days.
    """
    usual = np.maximum(_level(counted), _LEAST)
    tail = _chance_of_more(counted, usual, _scatter(counted, usual))
    known = np.isfinite(tail)
    beyond = np.zeros(counted.shape, dtype=np.bool_)
    beyond[known] = holm(tail[known]) < _LEVEL
    place, slot = np.nonzero(beyond & (counted >= _TIMES * usual) & (counted >= usual + _MORE))
    return pd.DataFrame({"place": place, "slot": slot, "signatures": counted[place, slot], "usual": usual[place, slot]})


def bursts(counted: Numbers) -> pd.DataFrame:
    """Days, or hours, that stand out and follow each other are one burst: first and last (places in the order of time,
    from 0), signatures, usual. counted: as for standing_out."""
    found = standing_out(counted)
    at = (found["place"] * counted.shape[1] + found["slot"]).to_numpy()
    begins = np.flatnonzero(np.diff(at, prepend=-2) != 1)
    if not len(begins):
        return pd.DataFrame({"first": [], "last": [], "signatures": [], "usual": []})
    return pd.DataFrame(
        {
            "first": at[begins],
            "last": at[np.append(begins[1:], len(at)) - 1],
            "signatures": np.add.reduceat(found["signatures"].to_numpy(), begins),
            "usual": np.add.reduceat(found["usual"].to_numpy(), begins),
        }
    )


def _level(counted: Numbers) -> Numbers:
    """The median of the days around each, without itself; missing where too few are known."""
    padded = np.pad(counted, ((_AROUND, _AROUND), (0, 0)), constant_values=np.nan)
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * _AROUND + 1, axis=0)
    around = np.delete(around, _AROUND, axis=-1)
    enough = np.isfinite(around).sum(axis=-1) >= _FEWEST
    level = np.full(counted.shape, np.nan)
    level[enough] = np.nanmedian(around[enough], axis=-1)
    return level


def _scatter(counted: Numbers, usual: Numbers) -> float:
    """Variance over mean, at least 1; from the median of the squares, which bursts do not move."""
    squares = (counted - usual) ** 2 / usual
    squares = squares[np.isfinite(squares) & (usual > _LEAST)]
    return max(float(np.median(squares)) / _MEDIAN_OF_CHI2, 1.0) if len(squares) else 1.0


def _chance_of_more(counted: Numbers, usual: Numbers, scatter: float) -> Numbers:
    """The chance of so many or more; missing where nothing can be said."""
    chance = np.full(counted.shape, np.nan)
    known = np.isfinite(counted) & np.isfinite(usual)
    spread = scatter * _ERROR
    count = np.maximum(counted[known], 0)
    more = special.betainc(np.maximum(count, 1), usual[known] / (spread - 1), 1 - 1 / spread)
    chance[known] = np.where(count > 0, more, 1.0)
    return chance
