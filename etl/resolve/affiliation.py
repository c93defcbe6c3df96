"""An affiliation text becomes the institution that is named first: its country, its type, and why; and the others."""

import gc
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import starmap
from pathlib import Path
from typing import NamedTuple

from etl.resolve.evidence import INSTITUTION_RANK, Body, Evidence, Reader
from etl.resolve.first_named import FirstNamed, first_named, name_span, strongest_by_part
from etl.resolve.in_parallel import in_parallel
from etl.resolve.naming import Name, name_of, written_name
from etl.resolve.once import Once
from etl.resolve.reference import Reference
from etl.resolve.unnamed import is_remark, unnamed
from etl.resolve.where import IN_MANY_COUNTRIES, NOT_FOUND, Found, country_of

REFERENCE_FILES = [
    *("country_names.csv", "demonyms.csv", "domains.csv", "institution_keywords.csv", "institutions.csv"),
    *("legal_forms.csv", "member_states.csv", "no_places.csv", "places.csv", "postcodes.csv", "regions.csv"),
    *("role_words.csv", "ror.csv", "stated_types.csv"),
]
_CURATED, _BY_NAME, _BY_UNIT = 0.95, 0.9, 0.7  # how sure a type is
_GUESS = 0.65  # how sure, at most, what is only guessed is
MOST_NAMED = 6  # institutions of one person; their shares are whole sixtieths then
_NO_NAME = Name(None, "", None, None)
_ELSEWHERE = 0.5  # how sure a country is that is named in another part of the text


class Kind(NamedTuple):
    """Country (None where it cannot be told) and type of an institution."""

    country: str | None
    institution_type: str


class Affiliation(NamedTuple):
    """What one text says.

    Attributes:
        country: ISO 3166 alpha-2 of the institution named first; None where it cannot be told.
        country_from: how it is known: institution (a curated one), stated_in_text, place, domain; word (that is used in
            one country) and elsewhere (in another part of the text) are guesses; many_countries (the institution works
            in several) and unknown go with no country.
        institution_type: a code of the design.
        type_from: institution (a curated one), rule, guess or unknown.
        institution, institution_id: how it is called here (curated: always the same) and its stable id; None where the
            text names none.
        variant: how this text spells the institution.
        confidence: 0 (nothing is known) to 1, the weaker of country and type; halved where there is no country.
        why: the words that decided.
        others: country and type of the institutions named after it, as far as they differ; at most MOST_NAMED with it.
    """

    text: str
    country: str | None
    country_from: str
    institution_type: str
    type_from: str
    institution: str | None
    institution_id: str | None
    variant: str | None
    confidence: float
    why: str
    others: tuple[Kind, ...] = ()


class Resolver:
    """The rules, ready to be applied. The first text of a process takes longer: the rules are read then."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of all that an answer depends on but the text: the reference files and the rule modules."""
        rules = hashlib.sha256(self._reference.digest(REFERENCE_FILES).encode())
        for module in sorted(Path(__file__).parent.glob("*.py")):
            rules.update(module.read_bytes())
        return rules.hexdigest()

    def resolve(self, texts: Iterable[str]) -> list[Affiliation]:
        """One affiliation per text, in order. The answer for a text depends on nothing but the text."""
        asked = list(texts)
        if not asked:
            return []
        _ = self._reader  # read once, before work is shared among processes
        with _collector_at_rest():
            # Bare tuples: from one process to another they take a third of the time.
            return list(starmap(Affiliation, in_parallel(lambda text: tuple(self._resolve(text)), asked)))

    @cached_property
    def _reader(self) -> Reader:
        return _reader_of(self._reference)

    def _resolve(self, text: str) -> Affiliation:
        evidence = self._reader.read(text)
        strongest = strongest_by_part(evidence)
        named = None if is_remark(evidence) else first_named(evidence, strongest)
        if named is None:
            return self._without_name(evidence)
        first = self._with_name(evidence, named)
        others = self._others(evidence, strongest, first, named.end)
        return Affiliation(*first[:-1], others) if others else first

    def _others(self, evidence: Evidence, strongest: list[Body], first: Affiliation, start: int) -> tuple[Kind, ...]:
        if len(strongest) == 1:
            return ()
        own = Kind(first.country, first.institution_type)
        kinds = {own: None}  # a dictionary keeps the order
        while len(kinds) < MOST_NAMED and (named := first_named(evidence, strongest, start)) is not None:
            other = self._with_name(evidence, named)
            kinds[Kind(other.country, other.institution_type)] = None
            start = named.end
        return tuple(kinds)[1:]

    def _with_name(self, evidence: Evidence, named: FirstNamed) -> Affiliation:
        body = named.body
        name = name_of(self._reader, evidence, body)
        where = country_of(evidence, name.seat, body, named.start, named.end, is_part=name.known is None)
        if where is NOT_FOUND:
            in_many = name.seat is not None and not name.seat.country
            where = IN_MANY_COUNTRIES if in_many else _elsewhere(evidence)
        if name.known is not body.known and name.known is not None and (where.country or "") != name.known.country:
            name = written_name(self._reader, evidence, *name_span(evidence, body))  # a namesake in another country
        sure = _CURATED if name.seat else _BY_NAME if body.rank >= INSTITUTION_RANK else _BY_UNIT
        if name.seat is None and name.written and where.country:
            near = self._reader.institutions.near(name.identity, where.country, body.institution_type)
            name = Name(name.written, near.institution_id, near, None) if near else name
        why = f"'{evidence.words.slice(body.start, body.end)}' tells the type"
        return _affiliation(evidence.words.text, name, where, body.institution_type, sure, why)

    def _without_name(self, evidence: Evidence) -> Affiliation:
        found = unnamed(evidence)
        name = _NO_NAME
        if found.start < found.end:
            name = written_name(self._reader, evidence, found.start, found.end)
        nobody_s = evidence._replace(bodies=[])  # what was left, or a remark speaks of, tells nothing of the signer
        where = country_of(nobody_s, None, None, 0, len(evidence.words.folded))
        return _affiliation(evidence.words.text, name, where, found.institution_type, found.confidence, found.why)


def _affiliation(text: str, name: Name, where: Found, institution_type: str, sure: float, why: str) -> Affiliation:
    confidence = min(sure, where.confidence) if where.country else sure / 2
    institution, institution_id = name.in_country(where.country)
    known = institution is not None and name.known is not None and institution == name.known.name
    type_from = "institution" if known else "rule" if sure > _GUESS else "guess" if sure else "unknown"
    return Affiliation(
        text,
        where.country,
        where.country_from,
        institution_type,
        type_from,
        institution,
        institution_id,
        name.written if institution else None,
        confidence,
        f"{why}; {where.why}",
    )


def _new_reader(reference: Reference) -> Reader:
    with _collector_at_rest():
        reader = Reader(reference)
        gc.freeze()
    return reader


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """What is made here is kept, and the collector would go through it again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


_reader_of = Once(_new_reader, REFERENCE_FILES)


def _elsewhere(evidence: Evidence) -> Found:
    """A country from the rest of the text, where the surroundings of the first institution tell none."""
    found = country_of(evidence, None, None, 0, len(evidence.words.folded))
    return found if found.country is None else Found(found.country, "elsewhere", _ELSEWHERE, found.why)
