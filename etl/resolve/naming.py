"""What the institution named first is called, and its stable id."""

from typing import NamedTuple

from etl.resolve.evidence import Body, Evidence, Reader
from etl.resolve.first_named import name_span
from etl.resolve.institution import Institution

_ONE_OF_ITS_OWN = frozenset("for fur pour per para voor pro at".split())  # Max Planck Institute *for* Informatics


class Name(NamedTuple):
    """Name and identity of an institution.

    Attributes:
        written: as it stands in the text (curated: nothing but the words that name it); None where that is only
            "university", or holds an e-mail address.
        identity: its meaningful words (``Institutions.identity``).
        known: the curated institution that it is.
        seat: the curated institution that tells its country: itself, or the body that it is an institute of.
    """

    written: str | None
    identity: str
    known: Institution | None
    seat: Institution | None

    def in_country(self, country: str | None) -> tuple[str | None, str | None]:
        """The institution's name and id, once the country is known."""
        if self.written is None or not self.identity:
            return None, None
        if self.known is not None and country in (self.known.country, None):
            return self.known.name, self.identity
        if self.known is not None and not self.known.country:
            return self.known.name, self.identity
        return self.written, f"{self.identity}-{country.lower()}" if country else self.identity


def name_of(reader: Reader, evidence: Evidence, body: Body) -> Name:
    """The name that goes with the words ``body``: curated where they, or the same words in another order, are known."""
    start, end = name_span(evidence, body)
    if body.known is not None and not (body.end < end and evidence.words.folded[body.end] in _ONE_OF_ITS_OWN):
        return Name(evidence.words.slice(body.start, body.end), body.known.institution_id, body.known, body.known)
    name = written_name(reader, evidence, start, end)
    known = reader.institutions.known_by_identity(name.identity)
    if known is not None and known.institution_type == body.institution_type:
        return Name(name.written, known.institution_id, known, known)
    return Name(name.written, name.identity, None, body.known)


def written_name(reader: Reader, evidence: Evidence, start: int, end: int) -> Name:
    """The words ``start`` to ``end`` (exclusive) as the name of an institution that is not curated."""
    identity = reader.institutions.identity(evidence.words, start, end, evidence.places)
    keyword = reader.keywords.of_word(evidence.words.folded[start]) if end - start == 1 else None
    written = evidence.words.slice(start, end)
    only_a_kind = keyword is not None and (keyword.concept or keyword.match == "word")  # university, radio
    no_name = only_a_kind or "@" in written  # or somebody's address
    return Name(None if no_name else written, identity, None, None)
