"""A text becomes words that can be compared: without case, diacritics, punctuation, or the ways to write an umlaut."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"})

_CHUNK = re.compile(r"\n|\S+")
_TOKEN = re.compile(
    r"([^\W_]+(?:['’.@][^\W_]+(?:-[^\W_]+)*)*|&)"  # a word, with what belongs to it: d'Aosta, U.K, Ph.D, hubbub.co.uk
    r"|(^/|/$|[;|\n•])"  # begins another affiliation
    r"|([,:()\[\]{}–—]|^-$|(?<=\w{6})\.$)"  # begins another part of the same one
)
_LONGER_TOP_LEVELS = frozenset(
    "com org net edu gov mil int info biz name pro coop museum app dev tech cloud works ngo ong foundation chat social"
    " online site software network berlin hamburg wien paris cat swiss brussels amsterdam".split()
)

PART, CLAUSE = 1, 2
_OPENS = {")": "(", "“": "„", "”": "“", "»": "«"}


class Words(NamedTuple):  # a tuple, since it is made once for every text
    """A text, word by word. The lists run in parallel.

    Attributes:
        text: what was read.
        folded: the words to compare.
        raw: the words as they were written.
        breaks: what stands before a word: 0 nothing, ``PART`` a comma or bracket, ``CLAUSE`` a semicolon or line.
        starts: where the word begins in the text.
    """

    text: str
    folded: list[str]
    raw: list[str]
    breaks: list[int]
    starts: list[int]

    def slice(self, start: int, end: int) -> str:
        """The text of the words ``start`` to ``end`` (exclusive), as it was written, with a bracket or quote closed."""
        first, last = self.starts[start], self.starts[end - 1] + len(self.raw[end - 1])
        closes = self.text[last : last + 1]
        if closes in _OPENS and self.text.count(_OPENS[closes], first, last) > self.text.count(closes, first, last):
            last += 1
        return self.text[first:last]


def words_of(text: str) -> Words:
    """The words of a text. A domain name stays one word, a dotted abbreviation loses its dots (e.V. is ev)."""
    folded: list[str] = []
    raw: list[str] = []
    breaks: list[int] = []
    starts: list[int] = []
    offset = gap = 0
    for piece in text.split(" "):
        inside, gap_after = _words_between_spaces(piece)
        for word, written, gap_before, start in inside:
            folded.append(word)
            raw.append(written)
            breaks.append(gap_before if gap_before > gap else gap)
            starts.append(offset + start)
            gap = 0
        if gap_after > gap:
            gap = gap_after
        offset += len(piece) + 1
    return Words(text, folded, raw, breaks, starts)


@lru_cache(maxsize=1 << 17)
def _words_between_spaces(piece: str) -> tuple[list[tuple[str, str, int, int]], int]:
    """The words between two spaces (folded, raw, break before, start), and the break after them."""
    if piece.isalnum():  # most are a single word
        return [(folded, piece, 0, 0) for folded in _pieces(piece)], 0
    inside = []
    gap = 0
    for chunk in _CHUNK.finditer(piece):
        for token in _TOKEN.finditer(chunk.group()):
            if token.lastindex != 1:
                gap = max(gap, CLAUSE if token.lastindex == 2 else PART)
                continue
            for folded in _pieces(token.group()):
                inside.append((folded, token.group(), gap, chunk.start() + token.start()))
                gap = 0
    return inside, gap


def phrase(text: str) -> str:
    """The folded words of a text with single spaces: equal for texts that differ only in how they are written."""
    return " ".join(words_of(text).folded)


def fold(word: str) -> str:
    """One word without case and diacritics. Greek and Cyrillic keep their script; ß is ss."""
    if word.isascii():
        return word.lower()
    small = unicodedata.normalize("NFKD", word).casefold().translate(_LETTERS)
    return "".join(letter for letter in unicodedata.normalize("NFKD", small) if letter.isalnum())


def _pieces(token: str) -> tuple[str, ...]:
    if token.isalnum():
        return tuple(filter(None, (fold(token),)))
    if token == "&":
        return ("and",)
    if "@" in token:
        return _pieces(token.rpartition("@")[2])
    if "." in token:
        pieces = token.split(".")
        if all(len(piece) <= 2 for piece in pieces) and len(token) <= 9:
            return (fold("".join(pieces)),)
        top_level = pieces[-1].lower()
        if top_level in _LONGER_TOP_LEVELS or (len(top_level) == 2 and top_level.isalpha() and top_level != "of"):
            return (".".join(map(fold, pieces)),)
        return tuple(folded for piece in pieces for folded in _pieces(piece))
    head, _, tail = token.replace("’", "'").rpartition("'")
    if len(tail) == 1:  # Queen's, not d'Aosta
        return (fold(head.replace("'", "") + tail),)
    return tuple(folded for piece in re.split(r"['’-]", token) if (folded := fold(piece)))
