"""The country of an affiliation: the best evidence near the institution that was named first."""

from itertools import pairwise
from typing import NamedTuple

from etl.resolve.evidence import Body, Evidence
from etl.resolve.institution import Institution
from etl.resolve.lexicon import Hit
from etl.resolve.place import Place

_TOWN = 200_000  # inhabitants; a smaller place counts only where the text shows that it is meant as a place
_SHORTEST_POSTCODE = 3  # digits that stand together
_SHOWS_A_PLACE = frozenset("of in at de du di da do von zu zur am im der den van te w we v ve".split())
_BETWEEN = frozenset("and und et y e i og och en or".split())


class Found(NamedTuple):
    """A country, the kind of evidence (``country_from`` of an affiliation), how sure (0 to 1) and in what words."""

    country: str | None
    country_from: str
    confidence: float
    why: str


NOT_FOUND = Found(None, "unknown", 0.0, "no country")
IN_MANY_COUNTRIES = Found(None, "many_countries", 0.0, "works in many countries")


def country_of(
    evidence: Evidence, seat: Institution | None, body: Body | None, start: int, end: int, *, is_part: bool = False
) -> Found:
    """The country of an institution: ``seat`` if curated, told by the words ``body``, amid ``start`` to ``end``.

    What is stated counts most, then what is known of the institution, a place, an adjective, a domain, and words and
    legal forms of one country. ``is_part``: the institution is one of those that the seat has, perhaps elsewhere (the
    Max Planck Institute for Psycholinguistics, Nijmegen). A company with an address is where the address says.
    """
    stated = [hit for hit in evidence.countries if start <= hit.start < end]
    if stated:
        return _stated(evidence, body, stated)
    place = _place(evidence, body, start, end)
    postcode = next((hit for hit in evidence.postcodes if start <= hit.start < end), None)
    has_address = postcode is not None or (place is not None and _ends_an_address(evidence, place))
    lies_elsewhere = has_address and (is_part or (seat is not None and seat.institution_type == "company"))
    if seat is not None and seat.country and not lies_elsewhere and not _is_a_namesake(evidence, seat, body):
        return Found(seat.country, "institution", 0.95, f"{seat.name} is in {seat.country}")
    if postcode is not None:
        code = evidence.words.slice(postcode.start, postcode.end)
        return Found(postcode.meaning, "place", 0.9, f"the postcode '{code}' is of {postcode.meaning}")
    if place is not None:
        name = " ".join(evidence.words.raw[place.start : place.end])
        return Found(place.meaning.iso2, "place", 0.85, f"{name} lies in {place.meaning.iso2}")
    for hit in evidence.demonyms:
        if start <= hit.start < end and hit.end < evidence.part(hit.start)[1]:
            return Found(hit.meaning, "stated_in_text", 0.75, f"'{evidence.words.raw[hit.start]}' means {hit.meaning}")
    for hit in evidence.domains:
        if start <= hit.start < end:
            return Found(hit.meaning, "domain", 0.8, f"the domain {evidence.words.raw[hit.start]} is of {hit.meaning}")
    for other in evidence.bodies:
        if start <= other.start < end and other.country:
            words = " ".join(evidence.words.raw[other.start : other.end])
            return Found(other.country, "word", 0.65, f"'{words}' points to {other.country}")
    return NOT_FOUND


def _stated(evidence: Evidence, body: Body | None, stated: list[Hit[str]]) -> Found:
    after = [hit for hit in stated if body is None or hit.start >= body.start]
    alone = [hit for hit in after if evidence.part(hit.start) == (hit.start, hit.end)]  # not Saint-Martin-d'Hères
    first = (alone or after or stated[-1:])[0]
    for one, other in pairwise(stated):
        between = evidence.words.folded[one.end : other.start]
        if one is first and one.meaning != other.meaning and _BETWEEN.issuperset(between):
            return Found(None, "unknown", 0.0, f"two countries: {one.meaning}, {other.meaning}")
    name = " ".join(evidence.words.raw[first.start : first.end])
    return Found(first.meaning, "stated_in_text", 0.95, f"'{name}' is stated")


def _place(evidence: Evidence, body: Body | None, start: int, end: int) -> Hit[Place] | None:
    """The place nearest to the institution: in its own part, else after it, else before it.

    The city at the end of an address counts more, if it lies in another country than what the name seems to tell (the
    hospital La Paz, Madrid).
    """
    near = [hit for hit in evidence.places if start <= hit.start < end and _is_meant(evidence, body, hit)]
    if not near or body is None:
        return near[0] if near else None
    part_start, part_end = evidence.part(body.start)
    own = [hit for hit in near if part_start <= hit.start < part_end]
    after = [hit for hit in near if hit.start >= body.start]
    nearest = (own or after or near)[0]
    addressed = [hit for hit in after if _ends_an_address(evidence, hit)]
    return addressed[-1] if addressed and addressed[-1].meaning.iso2 != nearest.meaning.iso2 else nearest


def _is_a_namesake(evidence: Evidence, seat: Institution, body: Body | None) -> bool:
    """Whether capitals that stand for a known institution go with a place in another country (KBC Split)."""
    if body is None or body.known is None or body.end - body.start > 1 or not evidence.words.raw[body.start].isupper():
        return False
    beside = [hit for hit in evidence.places if body.end == hit.start and hit.start < evidence.part(body.start)[1]]
    return bool(beside) and beside[0].meaning.iso2 != seat.country


def _ends_an_address(evidence: Evidence, hit: Hit[Place]) -> bool:
    return _after_a_postcode(evidence, hit) or evidence.part(hit.start) == (hit.start, hit.end)


def _after_a_postcode(evidence: Evidence, hit: Hit[Place]) -> bool:
    before = evidence.words.folded[hit.start - 1] if hit.start else ""
    return before.isdigit() and len(before) >= _SHORTEST_POSTCODE


def _is_meant(evidence: Evidence, body: Body | None, hit: Hit[Place]) -> bool:
    if hit.meaning.population >= _TOWN or hit.end - hit.start > 1:
        return True
    part_start, part_end = evidence.part(hit.start)
    if (part_start, part_end) == (hit.start, hit.end) or _after_a_postcode(evidence, hit):
        return True
    if hit.start and evidence.words.folded[hit.start - 1] in _SHOWS_A_PLACE:
        return True
    if body is None or body.institution_type == "company" or not part_start <= body.start < part_end:
        return False
    return hit.end in (body.start, part_end) or hit.start == body.end
