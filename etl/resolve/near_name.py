"""Names of known institutions with a slip in one word: taken for them only within their country and kind."""

from collections import defaultdict
from typing import Generic, NamedTuple, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

Meaning = TypeVar("Meaning")

_SHORTEST, _SHORTEST_OF_SEVERAL = 6, 5  # letters of a word; shorter ones are one letter from too many others
_SLIPS = 1  # a letter too many, missing or wrong, or two swapped: Winchester is two from Manchester


class Home(NamedTuple):
    """What a name and the one it is taken for must share."""

    country: str
    institution_type: str


class NearNames(Generic[Meaning]):
    """Known names by all their words but one, so that a name is held only against those that share the others."""

    def __init__(self) -> None:
        self._by_rest: dict[tuple[Home, frozenset[str]], dict[str, set[Meaning]]] = {}

    def add(self, identity: str, home: Home, meaning: Meaning) -> None:
        """Know an institution by the meaningful words of one of its names (``Institutions.identity``)."""
        words = frozenset(identity.split("-"))
        for word in words:
            if _may_slip(word, words):
                names = self._by_rest.setdefault((home, words - {word}), defaultdict(set))
                names[word].add(meaning)

    def find(self, identity: str, home: Home, right: frozenset[str]) -> Meaning | None:
        """What is meant, if it is only one; a word that is right as it is (another place, another name) is no slip."""
        words = frozenset(identity.split("-"))
        meant: set[Meaning] = set()
        for word in words - right:
            names = self._by_rest.get((home, words - {word})) if _may_slip(word, words) else None
            if names is None:  # nearly always
                continue
            for near, _, _ in process.extract(word, list(names), scorer=OSA.distance, score_cutoff=_SLIPS, limit=None):
                meant |= names[near]
        return meant.pop() if len(meant) == 1 else None


def _may_slip(word: str, words: frozenset[str]) -> bool:
    """Whether a word is long enough: one that stands with two others may be shorter (Carnegie Melon University)."""
    return len(words) > 1 and len(word) >= (_SHORTEST if len(words) == 2 else _SHORTEST_OF_SEVERAL)
