"""Signatures by day, of which any span of days is added up without asking again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray


class Part(NamedTuple):
    """What is counted apart: people or organisations of one country, with or without a known kind of institution."""

    country: str
    is_people: bool
    is_known_type: bool


@dataclass(frozen=True)
class DailyCounts:
    """counts: signatures, a row for each of the days (in order, those on which there are any) and a column for each of
    the parts. has_people: whether people signed on the day."""

    days: NDArray[np.datetime64]
    parts: tuple[Part, ...]
    counts: NDArray[np.int64]
    has_people: NDArray[np.bool_]

    @classmethod
    def of(cls, days: ArrayLike, parts: Sequence[Part], signatures: ArrayLike) -> Self:
        """From one number for each of these days and parts, in any order."""
        on, row = np.unique(np.asarray(days, dtype="datetime64[D]"), return_inverse=True)
        column = {part: place for place, part in enumerate(dict.fromkeys(parts))}
        counts = np.zeros((len(on), len(column)), dtype=np.int64)
        counts[row, [column[part] for part in parts]] = signatures
        has_people = np.zeros(len(on), dtype=np.bool_)
        has_people[row[[part.is_people for part in parts]]] = True
        return cls(on, tuple(column), counts, has_people)

    def between(self, first: date | None, last: date | None) -> Self:
        """Those of the days from the first to the last; None: no end."""
        start = np.searchsorted(self.days, np.datetime64(first)) if first else 0
        end = np.searchsorted(self.days, np.datetime64(last), side="right") if last else len(self.days)
        return replace(
            self, days=self.days[start:end], counts=self.counts[start:end], has_people=self.has_people[start:end]
        )

    def by_part(self) -> dict[Part, int]:
        """The signatures of all days."""
        return dict(zip(self.parts, self.counts.sum(axis=0).tolist(), strict=True))

    def by_country(self) -> Counter[str]:
        """The same of people, by country."""
        counted: Counter[str] = Counter()
        for part, signatures in self.by_part().items():
            if part.is_people:
                counted[part.country] += signatures
        return counted
