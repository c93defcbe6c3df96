"""Phrases and what they mean, found in a text in one pass, and the words that differ from a known one by one letter."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from etl.resolve.fold import words_of

Meaning = TypeVar("Meaning")

_IS_FOLDED = re.compile(r"[a-z0-9 ]*").fullmatch  # most phrases of the large lists


class Hit(NamedTuple, Generic[Meaning]):
    """Words ``start`` to ``end`` (exclusive) of a text are a phrase that means ``meaning``."""

    start: int
    end: int
    meaning: Meaning


class Lexicon(Generic[Meaning]):
    """Phrases of one or several words. The first meaning given for a phrase stays."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._meanings: dict[tuple[str, ...], Meaning] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}  # of the phrases that begin with a word, longest first
        for text, meaning in entries:
            words = tuple(text.split() if _IS_FOLDED(text) else words_of(text).folded)
            if words:
                self._meanings.setdefault(words, meaning)
                lengths = self._lengths.get(words[0], ())
                if len(words) not in lengths:
                    self._lengths[words[0]] = tuple(sorted((*lengths, len(words)), reverse=True))

    def get(self, words: Sequence[str]) -> Meaning | None:
        """What exactly these folded words mean."""
        return self._meanings.get(tuple(words))

    def hits(self, words: Sequence[str]) -> list[Hit[Meaning]]:
        """The phrases in a text, longest first at each word, none within another."""
        found: list[Hit[Meaning]] = []
        for start in range(len(words)):
            hit = None if found and start < found[-1].end else self.at(words, start)
            if hit is not None:
                found.append(hit)
        return found

    def at(self, words: Sequence[str], start: int) -> Hit[Meaning] | None:
        """The longest phrase that begins at a word."""
        for length in self._lengths.get(words[start], ()):
            end = start + length
            if end <= len(words) and (meaning := self._meanings.get(tuple(words[start:end]))) is not None:
                return Hit(start, end, meaning)
        return None

    def phrases(self) -> Iterable[tuple[tuple[str, ...], Meaning]]:
        """Every phrase, word by word, and what it means."""
        return self._meanings.items()

    def vocabulary(self) -> set[str]:
        """Every word of every phrase."""
        return {word for words in self._meanings for word in words}


class Branch:
    """A word of phrases: what they mean if they end with it (by the number of the lexicon), and what may follow."""

    __slots__ = ("longer", "meanings")

    def __init__(self) -> None:
        self.meanings: tuple[tuple[int, Any], ...] = ()
        self.longer: dict[str, Branch] = {}


class Scanner:
    """Several lexicons in one pass over a text."""

    def __init__(self, lexicons: Sequence[Lexicon[Any]]) -> None:
        self._lexicon_count = len(lexicons)
        self._phrases: dict[str, list[tuple[int, tuple[str, ...], Any]]] = defaultdict(list)  # by their first word
        for number, lexicon in enumerate(lexicons):
            for words, meaning in lexicon.phrases():
                self._phrases[words[0]].append((number, words, meaning))

    def begun_by(self, word: str) -> Branch | None:
        """The phrases that begin with a word, put together when it comes; None where there are none, as for most."""
        if word not in self._phrases:
            return None
        begin = Branch()
        for number, words, meaning in self._phrases[word]:
            branch = begin
            for following in words[1:]:
                branch = branch.longer.get(following) or branch.longer.setdefault(following, Branch())
            branch.meanings += ((number, meaning),)
        return begin

    def hits(self, words: Sequence[str], begun: Iterable[Branch | None]) -> list[list[Hit[Any]]]:
        """For each lexicon, in order: what its own ``hits`` would give. ``begun``: of every word, by ``begun_by``."""
        found: list[list[Hit[Any]]] = [[] for _ in range(self._lexicon_count)]
        for start, branch in enumerate(begun):
            if branch is None:
                continue
            end = start + 1
            ends = [(end, branch.meanings)]
            while branch.longer and end < len(words) and (branch := branch.longer.get(words[end])) is not None:
                end += 1
                ends.append((end, branch.meanings))
            for end, meanings in reversed(ends):
                for number, meaning in meanings:
                    hits = found[number]
                    if not hits or hits[-1].end <= start:
                        hits.append(Hit(start, end, meaning))
        return found


class Spelling:
    """Puts right a word that a slip (a letter too many, missing, wrong, or two swapped) parts from a known word.

    Two words are taken for one when taking a letter away from one or from both makes them equal (symmetric deletion:
    SymSpell, W. Garbe 2012). A look-up costs as many steps as the word has letters, however many words are known.
    """

    def __init__(self, correct: dict[str, str], known: set[str], shortest: int) -> None:
        """``correct`` words, with their meaning, are offered for others; ``known`` and short words stay as they are."""
        self._correct = correct
        self._known = correct.keys() | known
        self._shortest = shortest
        self._offers: dict[str, set[str]] = defaultdict(set)
        for word in correct:
            if len(word) >= shortest:
                for rest in _one_letter_less(word):
                    self._offers[rest].add(word)

    def __call__(self, word: str) -> str:
        """The correct word that is meant, where all that come into question mean the same; else the word itself."""
        if word in self._known or len(word) < self._shortest:
            return word
        rests = self._offers.keys() & _one_letter_less(word)
        offers = {offer for rest in rests for offer in self._offers[rest]}
        one_meaning = len({self._correct[offer] for offer in offers}) == 1
        return min(offers) if one_meaning else word


def _one_letter_less(word: str) -> list[str]:
    """The word, and what is left of it when one letter but the first, which is taken to be right, is taken away."""
    return [word, *[word[:place] + word[place + 1 :] for place in range(1, len(word))]]
