"""Country: from what is stated (codes, names in many languages, spelling slips) or from a national domain."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from babel import Locale
from babel.core import get_global

from etl.resolve.fold import Words, phrase
from etl.resolve.lexicon import Hit, Lexicon, Spelling
from etl.resolve.once import Once
from etl.resolve.reference import Reference

UNKNOWN = "ZZ"
NAME_LANGUAGES = (
    *("en", "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl"),
    *("pt", "ro", "sk", "sl", "sv", "nb", "is", "tr", "uk", "ru", "sr", "sq", "mk", "ca", "eu", "gl", "lb"),
)  # the official languages of the Union, then those of neighbours; where two disagree, the first one counts

_SHORT = 4  # letters; a foreign name so short is an ordinary word elsewhere, so within a text it tells nothing
_SHORTEST_MISSPELT = 7  # letters of a country's name

# Two letters in CLDR that are no country: groups, outlying parts, test codes. Kosovo (XK) is kept: signers live there.
_NO_COUNTRY = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", UNKNOWN}


@dataclass(frozen=True)
class Country:
    """One country, as published: ``population``, its year and the seats are known for member states only."""

    iso2: str
    name: str
    is_member_state: bool = False
    population: int | None = None
    population_year: int | None = None
    ep_seats: int | None = None
    ep_seats_2020: int | None = None


@dataclass(frozen=True)
class MemberState:
    """A row of member_states.csv: the states of the European Union. Sources in data/reference/README.md."""

    iso2: str
    population: int
    population_year: int
    ep_seats: int
    ep_seats_2020: int


@dataclass(frozen=True)
class _Name:
    name: str
    iso2: str
    use: str  # anywhere: also in a longer text; alone: the whole value; apart: its last part; never: no country


@dataclass(frozen=True)
class _Suffix:
    suffix: str
    iso2: str = ""


class Countries:
    """Every country of ISO 3166, what it is called, and its domains. Names are read when the first one is asked for."""

    def __init__(self, reference: Reference) -> None:
        self._names = _territories("en")
        self._iso2 = sorted(code for code in self._names if len(code) == 2 and code not in _NO_COUNTRY)
        self._member_states = {state.iso2: state for state in reference.rows("member_states.csv", MemberState)}
        own_names = reference.rows("country_names.csv", _Name)
        self._never = {phrase(row.name) for row in own_names if row.use == "never"}
        self._alone = {phrase(row.name): row.iso2 for row in own_names if row.use == "alone"}
        self._anywhere = [(row.name, row.iso2) for row in own_names if row.use == "anywhere"]
        self._apart = {row.name: row.iso2 for row in own_names if row.use == "apart"}
        self._domains = {row.suffix: row.iso2 for row in reference.rows("domains.csv", _Suffix)}

    @cached_property
    def in_text(self) -> Lexicon[str]:
        """The names that tell a country amid other words."""
        short = {text for text in self._named if len(text) <= _SHORT} - {phrase(name) for name in self._names.values()}
        short -= {phrase(name) for name, _ in self._anywhere}
        only_alone = self._never | self._alone.keys() | short
        return Lexicon((text, iso2) for text, iso2 in self._named.items() if text not in only_alone)

    def code(self, text: str) -> str | None:
        """A stated country, in whatever code, language or spelling, as ISO 3166 alpha-2; None where it is none."""
        stated = phrase(text)
        return self._stated.get(stated) or self._stated.get(self._spelling(stated))

    def code_at_the_end(self, words: Words) -> list[Hit[str]]:
        """The country whose code is the last part of a text: Zorbax, PT."""
        last = len(words.raw) - 1
        if last < 1 or words.raw[last] not in self._apart or not words.breaks[last]:
            return []
        return [Hit(last, last + 1, self._apart[words.raw[last]])]

    def domain_country(self, domain: str) -> str | None:
        """The country of a host name or e-mail address by its national top-level domain.

        None for generic domains, and for national ones that are sold all over the world (.io, .ai, .eu): domains.csv.
        """
        labels = domain.strip().rstrip(".").rpartition("@")[2].lower().split(".")
        last = labels[-1]
        if len(labels) < 2:
            return None
        if last in self._domains:
            return self._domains[last] or None
        return last.upper() if last.upper() in self._iso2 else None

    @cached_property
    def names(self) -> dict[str, str]:
        """Every name of one word, folded, with its country."""
        return {text: iso2 for text, iso2 in self._named.items() if " " not in text}

    def table(self) -> list[Country]:
        """Every country by code, and ZZ, which stands for "not known"."""
        return [*(self._country(iso2) for iso2 in self._iso2), Country(UNKNOWN, "Unknown country")]

    @cached_property
    def _named(self) -> dict[str, str]:
        return {phrase(name): iso2 for name, iso2 in reversed([*self._anywhere, *self._cldr_names()])}

    @cached_property
    def _stated(self) -> dict[str, str]:
        stated = {**self._codes(), **self._named, **self._alone}
        return {text: iso2 for text, iso2 in stated.items() if text not in self._never}

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling(self.names, set(), _SHORTEST_MISSPELT)

    def _country(self, iso2: str) -> Country:
        state = self._member_states.get(iso2)
        name = self._names[iso2]
        if state is None:
            return Country(iso2, name)
        people, year = state.population, state.population_year
        return Country(iso2, name, True, people, year, state.ep_seats, state.ep_seats_2020)

    def _codes(self) -> dict[str, str]:
        aliases = get_global("territory_aliases")  # CLDR: alpha-3 and numeric codes
        codes = {alias.lower(): new[0] for alias, new in aliases.items() if len(alias) == 3 and new[0] in self._iso2}
        return {**codes, **{iso2.lower(): iso2 for iso2 in self._iso2}}

    def _cldr_names(self) -> Iterator[tuple[str, str]]:
        for language in NAME_LANGUAGES:
            territories = _territories(language)
            yield from ((territories[iso2], iso2) for iso2 in self._iso2 if iso2 in territories)
            if language == "en":
                yield from ((territories[iso2].partition(" (")[0], iso2) for iso2 in self._iso2)


countries_of = Once(Countries, ["country_names.csv", "domains.csv", "member_states.csv"])


def _territories(language: str) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale(language).territories.items()}
