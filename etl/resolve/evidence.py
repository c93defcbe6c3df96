"""What an affiliation text holds: all words that tell an institution, a country, a place or a role."""

from bisect import bisect_right
from functools import cache
from itertools import pairwise
from typing import NamedTuple, TypeVar

from etl.resolve.country import countries_of
from etl.resolve.fold import PART, Words, words_of
from etl.resolve.institution import Institution, Institutions
from etl.resolve.institution_type import LEGAL_FORM, Keyword, Keywords
from etl.resolve.lexicon import Branch, Hit, Scanner, Spelling
from etl.resolve.place import Place, Places
from etl.resolve.postcode import Postcodes
from etl.resolve.reference import Reference
from etl.resolve.role import Demonyms, Roles, RoleWord

Meaning = TypeVar("Meaning")

_SHORTEST_MISSPELT = 8  # letters of a word in a text; shorter ones are one letter from too many others
CAUSE_RANK = 7  # a cause (human rights): an association that pursues it is an NGO
INSTITUTION_RANK = 3  # from here on a word names an institution, below it a unit that may belong to one
_AND = frozenset("and und et y e i og och en ja oraz a".split())
_OF = frozenset("de d di del della delle dei da do des du la l".split())
_STREET_BEFORE = frozenset(
    "rue avenue av place boulevard bd quai via viale piazza corso calle plaza paseo rua ul".split()
)
_STREET_AFTER = frozenset("road rd street st lane avenue ave drive square strasse str allee platz laan straat".split())
_STREETS = _STREET_BEFORE | _STREET_AFTER
_UNIVERSITY = Keyword("u", "word", "university", 5, "university")
_CURATED_RANK = 5  # a known institution weighs as much as the word "university"


class Word(NamedTuple):
    """What is known of a word: its right spelling, the keyword that it is or holds, and the phrases that it begins."""

    spelled: str
    keyword: Keyword | None
    begun: Branch | None


class Body(NamedTuple):  # a tuple, as Evidence is, since they are made for every text
    """Words that tell an institution. ``rank``: see ``Keyword``; ``known``: the curated institution, if it is one."""

    start: int
    end: int
    rank: int
    institution_type: str
    country: str
    known: Institution | None = None


class Evidence(NamedTuple):
    """All that was found in one text, each list in the order of the text. Parts are what commas and brackets set apart.

    Attributes:
        part_starts: the first word of every part.
    """

    words: Words
    part_starts: list[int]
    bodies: list[Body]
    countries: list[Hit[str]]
    places: list[Hit[Place]]
    demonyms: list[Hit[str]]
    domains: list[Hit[str]]
    postcodes: list[Hit[str]]
    roles: list[Hit[RoleWord]]

    def part(self, word: int) -> tuple[int, int]:
        """Start and end (exclusive) of the part that a word stands in."""
        place = bisect_right(self.part_starts, word)
        end = self.part_starts[place] if place < len(self.part_starts) else len(self.words.folded)
        return self.part_starts[place - 1], end


class Reader:
    """The lexicons of all rule modules, applied to one text at a time."""

    def __init__(self, reference: Reference) -> None:
        self._countries = countries_of(reference)
        self.keywords = Keywords(reference)
        self._roles = Roles(reference)
        self._demonyms = Demonyms(reference)
        self._postcodes = Postcodes(reference)
        ordinary = self.keywords.vocabulary() | self._roles.vocabulary()
        self._places = Places(reference, ordinary)
        self.institutions = Institutions(reference, self.keywords, self._places)
        self._scanner = Scanner(
            [
                *(self.institutions.lexicon, self.keywords.lexicon, self.keywords.legal_forms, self._roles.lexicon),
                *(self._countries.in_text, self._places.lexicon, self._demonyms.lexicon),
            ]
        )
        correct = {**self._countries.names, **self.keywords.of_one_word()}
        known = ordinary | self.institutions.vocabulary() | self._places.vocabulary() | self._demonyms.vocabulary()
        self._spelling = Spelling(correct, known, _SHORTEST_MISSPELT)
        self._known_word = cache(self._word)

    def read(self, text: str) -> Evidence:
        """Everything in the text that tells something. Where two readings overlap, the more particular one stays."""
        words = words_of(text)
        each = list(map(self._known_word, words.folded))
        words.folded[:], of_words, begun = zip(*each, strict=True) if each else ((), (), ())
        names, keywords, forms, roles, countries, places, demonyms = self._scanner.hits(words.folded, begun)
        known = _but_for_forms(self.institutions.meant(words, names), forms, words)
        keywords = self.keywords.meant(words, keywords, of_words, forms, {hit.start for hit in places})
        taken = _covered(known)
        keywords = _apart(_outside_longer(keywords, roles), taken)
        roles = _apart(roles, taken)
        countries = _but_in_streets(words, _apart(countries, taken)) + self._countries.code_at_the_end(words)
        taken |= _covered(countries)
        places = _but_in_streets(words, _apart(self._places.meant(words, places), taken))
        demonyms = _apart(self._demonyms.meant(words, demonyms), taken)
        keywords = [*keywords, *_abbreviated(words, places)]
        bodies = _bodies(known, keywords)
        return Evidence(
            words,
            _part_starts(words, bodies, keywords),
            bodies,
            countries,
            places,
            demonyms,
            self._domains(words.folded) if "." in text else [],
            self._postcodes.hits(words),
            [hit for hit in roles if not _inside(hit, keywords)],
        )

    def _word(self, word: str) -> Word:
        spelled = self._spelling(word)
        keyword, begun = self.keywords.of_word(spelled), self._scanner.begun_by(spelled)
        if keyword or begun or not spelled.isalpha():
            return Word(spelled, keyword, begun)
        role = self._roles.ends(spelled)
        return Word(role, None, self._scanner.begun_by(role))

    def _domains(self, words: list[str]) -> list[Hit[str]]:
        found = []
        for place, word in enumerate(words):
            country = self._countries.domain_country(word) if "." in word else None
            if country is not None:
                found.append(Hit(place, place + 1, country))
        return found


def _part_starts(words: Words, bodies: list[Body], keywords: list[Hit[Keyword]]) -> list[int]:
    """Where parts begin: after commas (not before "Inc."), after brackets, and after "and" between two institutions."""
    starts = {0}
    if any(words.breaks):
        starts.update(place for place, gap in enumerate(words.breaks) if gap >= PART)
    starts.difference_update(hit.start for hit in keywords if hit.meaning.match == LEGAL_FORM)
    strong = [body for body in bodies if INSTITUTION_RANK <= body.rank < CAUSE_RANK]
    for one, other in pairwise(strong):
        starts.update(place + 1 for place in range(one.end, other.start) if words.folded[place] in _AND)
    return sorted(starts)


def _bodies(known: list[Hit[Institution]], keywords: list[Hit[Keyword]]) -> list[Body]:
    bodies = [
        Body(hit.start, hit.end, _CURATED_RANK, hit.meaning.institution_type, hit.meaning.country, hit.meaning)
        for hit in known
    ]
    for hit in keywords:
        keyword = hit.meaning
        if keyword.institution_type:
            bodies.append(Body(hit.start, hit.end, keyword.rank, keyword.institution_type, keyword.country))
    if len(bodies) > 1:
        bodies.sort(key=lambda body: (body.start, -body.end))
    return bodies


def _but_for_forms(known: list[Hit[Institution]], forms: list[Hit[str]], words: Words) -> list[Hit[Institution]]:
    """Without the acronyms that are a dotted legal form of the name before them: Zorbax S.L.U. is no university."""
    if not forms:
        return known
    after_a_name = {
        hit.start for hit in forms if hit.start and not words.breaks[hit.start] and "." in words.raw[hit.start]
    }
    return [hit for hit in known if hit.start not in after_a_name]


def _abbreviated(words: Words, places: list[Hit[Place]]) -> list[Hit[Keyword]]:
    """The universities that a capital U before a place stands for (U Osnabrück)."""
    return [
        Hit(place.start - 1, place.start, _UNIVERSITY)
        for place in places
        if place.start and words.raw[place.start - 1] == "U"
    ]


def _but_in_streets(words: Words, hits: list[Hit[Meaning]]) -> list[Hit[Meaning]]:
    """Without the countries and places that a street is named after (rue de Rome, Oxford Road)."""
    if not hits or _STREETS.isdisjoint(words.folded):
        return hits
    return [hit for hit in hits if not _names_a_street(words, hit)]


def _names_a_street(words: Words, hit: Hit[Meaning]) -> bool:
    if hit.end < len(words.folded) and words.folded[hit.end] in _STREET_AFTER and not words.breaks[hit.end]:
        return True
    start = hit.start
    while start and not words.breaks[start]:
        start -= 1
        if words.folded[start] not in _OF:
            return words.folded[start] in _STREET_BEFORE
    return False


def _covered(hits: list[Hit[Meaning]]) -> set[int]:
    return {word for hit in hits for word in range(hit.start, hit.end)}


def _apart(hits: list[Hit[Meaning]], taken: set[int]) -> list[Hit[Meaning]]:
    if not taken or not hits:
        return hits
    return [hit for hit in hits if taken.isdisjoint(range(hit.start, hit.end))]


def _outside_longer(hits: list[Hit[Keyword]], roles: list[Hit[RoleWord]]) -> list[Hit[Keyword]]:
    """Without the keywords that are only part of a role (software in software developer)."""
    longer = [role for role in roles if role.end - role.start > 1]
    if not longer:
        return hits
    return [
        hit
        for hit in hits
        if not any(
            role.start <= hit.start and hit.end <= role.end and hit.end - hit.start < role.end - role.start
            for role in longer
        )
    ]


def _inside(role: Hit[RoleWord], keywords: list[Hit[Keyword]]) -> bool:
    return any(hit.start <= role.start and role.end <= hit.end and hit.meaning.institution_type for hit in keywords)
