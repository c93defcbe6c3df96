"""Someone who reads all that was published and works out by linear programs what it says about a single cell.

Unknown are whole numbers of people, never negative, one for each cell at each moment. Known are statements "these
together are between low and high", and that nobody's signature goes away again, more than a reader can be sure of.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array, vstack

_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Statement:
    """The people of these unknowns, added up, are at least ``low`` and at most ``high``."""

    unknowns: tuple[int, ...]
    low: int
    high: int


@dataclass(frozen=True)
class Range:
    """The whole numbers that are left for something: from ``low`` to ``high``."""

    low: int
    high: int

    @property
    def is_single(self) -> bool:
        """Whether it follows exactly."""
        return self.low == self.high


class Attacker:
    """Holds statements about cells × moments; the unknown of a cell at a moment is ``moment * cells + cell``."""

    def __init__(self, cells: int, moments: int, statements: Sequence[Statement]) -> None:
        self._cells, self._size = cells, cells * moments
        columns = [unknown for statement in statements for unknown in statement.unknowns]
        rows = [row for row, statement in enumerate(statements) for _ in statement.unknowns]
        shape = (len(statements), self._size)
        self._sums = csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
        self._low = np.array([statement.low for statement in statements], dtype=float)
        self._high = np.array([statement.high for statement in statements], dtype=float)
        self._growth = self._never_fewer(moments)

    def cell(self, cell: int, moment: int) -> Range:
        """What is left for a cell at a moment."""
        return self._range({moment * self._cells + cell: 1.0})

    def increment(self, cell: int, moment: int) -> Range:
        """What is left for the growth of a cell from the moment before to this one."""
        return self._range({moment * self._cells + cell: 1.0, (moment - 1) * self._cells + cell: -1.0})

    def bounds(self) -> tuple[np.ndarray, np.ndarray]:
        """Lowest and highest number of every unknown by interval propagation, moments × cells: quick, no narrower."""
        low, high = np.zeros(self._size), np.full(self._size, float(self._high.max(initial=0)))
        rows, columns = self._sums.nonzero()
        while True:
            above = self._high - self._sums @ low  # what a statement leaves above the lowest numbers
            below = self._low - self._sums @ high  # and what it asks for beneath the highest
            new_low, new_high = low.copy(), high.copy()
            np.minimum.at(new_high, columns, low[columns] + above[rows])
            np.maximum.at(new_low, columns, high[columns] + below[rows])
            new_low = np.maximum.accumulate(new_low.reshape(-1, self._cells)).ravel()
            new_high = np.minimum.accumulate(new_high.reshape(-1, self._cells)[::-1])[::-1].ravel()
            if (new_low == low).all() and (new_high == high).all():
                return low.reshape(-1, self._cells), high.reshape(-1, self._cells)
            low, high = new_low, new_high

    def _never_fewer(self, moments: int) -> csr_array:
        earlier = np.arange(self._cells * (moments - 1))
        rows = np.concatenate([earlier, earlier])
        columns = np.concatenate([earlier, earlier + self._cells])
        signs = np.concatenate([np.ones(len(earlier)), -np.ones(len(earlier))])
        return csr_array((signs, (rows, columns)), shape=(len(earlier), self._size))

    def _range(self, target: dict[int, float]) -> Range:
        wanted = np.zeros(self._size)
        wanted[list(target)] = list(target.values())
        matrix = vstack([self._sums, -self._sums, self._growth], format="csr")
        limits = np.concatenate([self._high, -self._low, np.zeros(self._growth.shape[0])])
        ends = [linprog(sign * wanted, A_ub=matrix, b_ub=limits, method="highs") for sign in (1, -1)]
        low, high = (end.fun for end in ends)
        if low is None or high is None:
            raise ValueError("The statements contradict each other: this is not what was published.")
        return Range(ceil(low - _TOLERANCE), floor(-high + _TOLERANCE))
