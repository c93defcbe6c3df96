"""Postcodes that only one country writes in their way: with its letters before them, or in a shape of its own."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from etl.resolve.fold import Words
from etl.resolve.lexicon import Hit
from etl.resolve.reference import Reference

# A digit with capitals or a hyphen beside it: cheap to ask, and nearly always no.
_MAY_HOLD_ONE = re.compile(r"\d(?: ?[A-Z]|(?<=[A-Z]\d)|(?<=[A-Z\d]-\d)|(?<=[A-Z]{2} \d)\d{4})")


@dataclass(frozen=True)
class _Shape:
    pattern: str
    iso2: str


class Postcodes:
    """The shapes of postcodes.csv, the first that fits counts."""

    def __init__(self, reference: Reference) -> None:
        shapes = reference.rows("postcodes.csv", _Shape)
        self._countries = [shape.iso2 for shape in shapes]
        self._any = re.compile(rf"(?<![\w-])(?:{'|'.join(f'({shape.pattern})' for shape in shapes)})(?![\w-])")

    def hits(self, words: Words) -> list[Hit[str]]:
        """The postcodes in a text, each with its country."""
        if not _MAY_HOLD_ONE.search(words.text):
            return []
        found = []
        for match in self._any.finditer(words.text):
            start, last = (bisect_right(words.starts, place) - 1 for place in (match.start(), match.end() - 1))
            if start >= 0:
                found.append(Hit(start, last + 1, self._countries[(match.lastindex or 1) - 1]))
        return found
