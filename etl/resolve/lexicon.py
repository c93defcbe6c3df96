"""Phrases and what they mean, found in a text in one pass, and the words that differ from a known one by one letter."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from etl.resolve.fold import words_of

Meaning = TypeVar("Meaning")

_IS_FOLDED = re.compile(r"[a-z0-9 ]*").fullmatch  # most phrases of the large lists


class Kept(dict[str, Meaning]):
    """What a function says of each word, worked out once."""

    def __init__(self, work: Callable[[str], Meaning]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, word: str) -> Meaning:
        self[word] = answer = self._work(word)
        return answer


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

    def first_words(self) -> Iterable[str]:
        """Every word that begins a phrase."""
        return self._lengths

    def vocabulary(self) -> set[str]:
        """Every word of every phrase."""
        return {word for words in self._meanings for word in words}


class Scanner:
    """Several lexicons in one pass over a text: most words begin no phrase of any, and are looked up only once."""

    def __init__(self, lexicons: Sequence[Lexicon[Any]]) -> None:
        self._lexicons = lexicons
        self._begin: dict[str, list[int]] = defaultdict(list)  # word -> numbers of the lexicons with such a phrase
        for number, lexicon in enumerate(lexicons):
            for word in lexicon.first_words():
                self._begin[word].append(number)

    def hits(self, words: Sequence[str]) -> list[list[Hit[Any]]]:
        """For each lexicon, in order: what its own ``hits`` would give."""
        found: list[list[Hit[Any]]] = [[] for _ in self._lexicons]
        for start, word in enumerate(words):
            for number in self._begin.get(word, ()):
                hits = found[number]
                if not hits or hits[-1].end <= start:
                    hit = self._lexicons[number].at(words, start)
                    if hit is not None:
                        hits.append(hit)
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
        self._put_right = Kept(self._meant)

    def __call__(self, word: str) -> str:
        """The correct word that is meant, where all that come into question mean the same; else the word itself."""
        return self._put_right[word]

    def each(self, words: Iterable[str]) -> list[str]:
        """The same for every word."""
        return list(map(self._put_right.__getitem__, words))

    def _meant(self, word: str) -> str:
        if word in self._known or len(word) < self._shortest:
            return word
        offers = {offer for rest in _one_letter_less(word) for offer in self._offers.get(rest, ())}
        offers = {offer for offer in offers if offer[0] == word[0]}
        one_meaning = len({self._correct[offer] for offer in offers}) == 1
        return min(offers) if one_meaning else word


def _one_letter_less(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
