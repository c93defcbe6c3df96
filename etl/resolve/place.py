"""Places: cities and regions named in a text, and the country they lie in."""

from dataclasses import dataclass

from etl.resolve.fold import Words
from etl.resolve.lexicon import Hit, Lexicon
from etl.resolve.reference import Reference

_LONGEST_ACRONYM = 4  # letters; a short word in capitals is an acronym (LILA), not a city
_REGION_INHABITANTS = 1_000_000  # a region weighs as a large city does


@dataclass(frozen=True, slots=True)
class Place:
    """A city or region. ``name`` is the same for all its spellings; ``population``: inhabitants."""

    iso2: str
    name: str
    population: int


@dataclass(frozen=True)
class _City:
    iso2: str
    place: str
    population: int
    names: str


@dataclass(frozen=True)
class _Region:
    iso2: str
    name: str


@dataclass(frozen=True)
class _NoPlace:
    word: str


class Places:
    """The cities of places.csv and the regions of regions.csv."""

    def __init__(self, reference: Reference, ordinary_words: set[str]) -> None:
        """``ordinary_words`` mean something else in an affiliation, and so name no place (Nature, Bank, Orange)."""
        regions = [
            (row.name, Place(row.iso2, row.name.lower(), _REGION_INHABITANTS))
            for row in reference.rows("regions.csv", _Region)
        ]
        no_places = ordinary_words | {row.word for row in reference.rows("no_places.csv", _NoPlace)}
        cities = [
            (name, Place(row.iso2, row.place, row.population))
            for row in reference.rows("places.csv", _City)
            for name in row.names.split("|")
            if name not in no_places
        ]
        self.lexicon = Lexicon([*regions, *cities])

    def meant(self, words: Words, hits: list[Hit[Place]]) -> list[Hit[Place]]:
        """Those of the hits that have a capital, stand after "of" or "in", or are in a text without any capital."""
        return [hit for hit in hits if _is_written_as_a_name(words, hit.start)]

    def vocabulary(self) -> set[str]:
        """Every word of a place's name."""
        return self.lexicon.vocabulary()


def _is_written_as_a_name(words: Words, start: int) -> bool:
    raw = words.raw[start]
    if raw.isupper() and len(raw) <= _LONGEST_ACRONYM:
        return False
    name = raw[max(raw.rfind("'"), raw.rfind("’")) + 1 :]  # d'Orléans
    if not name[:1].islower() or words.text.islower():
        return True
    return start > 0 and words.folded[start - 1] in ("of", "in", "at")
