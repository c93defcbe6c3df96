"""Institutions: the curated ones under all their names, and a stable id for every other one."""

from collections.abc import Iterator
from dataclasses import dataclass

from etl.resolve.fold import Words, words_of
from etl.resolve.institution_type import Keywords
from etl.resolve.lexicon import Hit, Lexicon
from etl.resolve.near_name import Home, NearNames
from etl.resolve.place import Place, Places
from etl.resolve.reference import Reference

_LONGEST_ACRONYM = 5  # letters; up to here a name must have its capitals
_LONGEST_ID = 80
_TECHNICAL = "technical-university"
_WORKS_AT = frozenset("at bei chez for ex and presso".split())
SMALL_WORDS = frozenset(
    "the of at in for and de la le les du des der die das den dem und fur zu zur zum van het een en et di del"
    " della dei degli dell do da dos e y i a o el los las w na pri og och ja si u".split()
)


@dataclass(frozen=True, slots=True)
class Institution:
    """A row of institutions.csv. ``country`` is empty for those that work in many.

    ``names``: its other names, joined by bars. One that begins with = is also an ordinary word (Nature, Orange) and
    counts only where it stands by itself.
    """

    institution_id: str
    name: str
    institution_type: str
    country: str = ""
    names: str = ""


@dataclass(frozen=True, slots=True)
class InstitutionName:
    """One name of a curated institution. ``ordinary``: it is an ordinary word, too."""

    text: str
    of: Institution
    ordinary: bool


class Institutions:
    """The organisations of institutions.csv and of ror.csv, and identity for those that are in neither."""

    def __init__(self, reference: Reference, keywords: Keywords, places: Places) -> None:
        self._keywords = keywords
        rows = [*reference.rows("institutions.csv", Institution), *reference.rows("ror.csv", Institution)]
        names = [name for row in rows for name in _all_names(row)]
        self.lexicon = Lexicon((name.text, name) for name in names)
        self._by_identity: dict[str, Institution] = {}
        self._near = NearNames[Institution]()
        self._right = frozenset(self.vocabulary() | places.vocabulary() | keywords.vocabulary())
        for name in names:
            words = words_of(name.text)
            found = places.meant(words, places.lexicon.hits(words.folded))
            identity = self.identity(words, 0, len(words.folded), found)
            if "-" in identity.replace(_TECHNICAL, "university"):  # one word alone, "university", identifies nobody
                self._by_identity.setdefault(identity, name.of)
                self._near.add(identity, Home(name.of.country, name.of.institution_type), name.of)

    def meant(self, words: Words, hits: list[Hit[InstitutionName]]) -> list[Hit[Institution]]:
        """The curated institutions among the names that ``lexicon`` finds in a text."""
        return [
            Hit(hit.start, hit.end, hit.meaning.of)
            for hit in hits
            if len(words.folded) == 1
            or (
                _as_written(words, hit)
                and not _begins_a_longer_word(words, hit)
                and not (hit.meaning.ordinary and _amid(words, hit))
            )
        ]

    def known_by_identity(self, identity: str) -> Institution | None:
        """The curated institution with the same meaningful words, in whatever order and language."""
        return self._by_identity.get(identity)

    def near(self, identity: str, country: str, institution_type: str) -> Institution | None:
        """The curated institution of this country and kind that is meant in spite of a slip in one word."""
        return self._near.find(identity, Home(country, institution_type), self._right)

    def identity(self, words: Words, start: int, end: int, places: list[Hit[Place]]) -> str:
        """The meaningful words from ``start`` to ``end``, each as what it means in any language, sorted; no legal form.

        TU Dresden and Dresden University of Technology are one: dresden-technical-university.
        """
        end -= self._keywords.legal_form_length(words.folded[start:end])
        place_names = {hit.start: hit for hit in places if start <= hit.start and hit.end <= end}
        meant: set[str] = set()
        position = start
        while position < end:
            hit = place_names.get(position)
            word = words.folded[position]
            position = hit.end if hit else position + 1
            keyword = None if hit else self._keywords.of_word(word)
            if hit is not None:
                meant.add(hit.meaning.name)
            elif keyword is not None and keyword.concept:
                meant.add(keyword.concept)
            elif word not in SMALL_WORDS:
                meant.add(word)
        if _TECHNICAL in meant or {"technical", "university"} <= meant:
            meant = meant - {"technical", "university"} | {_TECHNICAL}
        return "-".join(sorted(meant)).replace(" ", "-")[:_LONGEST_ID].strip("-")

    def vocabulary(self) -> set[str]:
        """Every word of a curated name."""
        return self.lexicon.vocabulary()


def _all_names(row: Institution) -> Iterator[InstitutionName]:
    others = [name for name in row.names.split("|") if name]
    if f"={row.name}" not in others:
        yield InstitutionName(row.name, row, False)
    for name in others:
        yield InstitutionName(name.removeprefix("="), row, name.startswith("="))


def _as_written(words: Words, hit: Hit[InstitutionName]) -> bool:
    """Whether a short name has its capitals: IST is an institute, ist is a word."""
    raw, name = words.raw[hit.start], hit.meaning.text
    raw = raw[max(raw.rfind("'"), raw.rfind("’")) + 1 :]  # d'EELV
    if hit.end - hit.start > 1 or len(name) > _LONGEST_ACRONYM:
        return True
    return raw.isupper() if name.isupper() else not raw.islower() or name.islower()


def _begins_a_longer_word(words: Words, hit: Hit[InstitutionName]) -> bool:
    """Whether a name is only the beginning of a word with an apostrophe: Dell is not in dell'Informazione."""
    return hit.end < len(words.folded) and words.starts[hit.end] == words.starts[hit.end - 1]


def _amid(words: Words, hit: Hit[InstitutionName]) -> bool:
    """Whether other words of the same part stand around a name, but for "at" and the like."""
    begins = words.breaks[hit.start] > 0 or hit.start == 0 or words.folded[hit.start - 1] in _WORKS_AT
    ends = hit.end == len(words.folded) or words.breaks[hit.end] > 0
    return not (begins and ends)
