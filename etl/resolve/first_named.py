"""Which of the institutions in a text is named first, what its name is, and which words surround it."""

from typing import NamedTuple

from etl.resolve.evidence import INSTITUTION_RANK, Body, Evidence
from etl.resolve.fold import CLAUSE

_BEFORE_A_NAME = frozenset("at of @ bei chez for the der die das".split())


class FirstNamed(NamedTuple):
    """The institution named first. The words ``start`` to ``end`` (exclusive) speak of it, later ones of another."""

    body: Body
    start: int
    end: int


def strongest_by_part(evidence: Evidence) -> list[Body]:
    """The body that weighs most in each part. What the signer has left (former, ex-) does not count."""
    strongest: dict[int, Body] = {}
    for body in evidence.bodies:
        part = evidence.part(body.start)[0]
        if (part not in strongest or body.rank > strongest[part].rank) and not _is_former(evidence, body):
            strongest[part] = body
    return list(strongest.values())


def first_named(evidence: Evidence, strongest: list[Body], after: int = 0) -> FirstNamed | None:
    """The first institution, or the larger one that its unit belongs to (institute, university: the university).

    ``strongest``: of the text, by ``strongest_by_part``. ``after``: the word that the search begins at; behind another
    institution, a mere unit is taken for one of its units and does not count.
    """
    if after:
        strongest = [body for body in strongest if body.start >= after and body.rank >= INSTITUTION_RANK]
    if not strongest:
        return None
    first = whole = strongest[0]
    breaks = evidence.words.breaks
    end = next((place for place in range(first.end, len(breaks)) if breaks[place] == CLAUSE), len(breaks))
    for body in strongest[1:]:
        if body.start >= end:
            break
        if whole is first and _is_unit_of(evidence, first, body):
            whole = body
        elif body.rank >= INSTITUTION_RANK:
            end = evidence.part(body.start)[0]
            break
    start = max((place for place in range(after, first.start + 1) if breaks[place] == CLAUSE), default=after)
    return FirstNamed(whole, start, end)


def left_an_institution(evidence: Evidence) -> bool:
    """Whether the text names an institution that the signer has left."""
    return any(_is_former(evidence, body) for body in evidence.bodies)


def name_span(evidence: Evidence, body: Body) -> tuple[int, int]:
    """The words of the institution's name: its part without the roles before it and a stated country after it."""
    start, end = evidence.part(body.start)
    for hit in evidence.roles:
        begins = hit.start == start and hit.meaning.kind in ("title", "filler")
        if start <= hit.start and hit.end <= body.start and (begins or hit.meaning.kind == "role"):
            start = hit.end
    while start < body.start and evidence.words.folded[start] in _BEFORE_A_NAME:
        start += 1
    for country in evidence.countries:
        if country.end == end and country.start >= body.end:
            end = country.start
    return start, end


def _is_unit_of(evidence: Evidence, unit: Body, whole: Body) -> bool:
    """Whether a department, an institute or a hospital belongs to the institution that is named after it."""
    if unit.known is not None or whole.rank < INSTITUTION_RANK:
        return False
    if any(unit.end <= hit.start < whole.start and hit.meaning.kind == "role" for hit in evidence.roles):
        return False
    may_belong = unit.institution_type in ("research_institute", "other") and whole.institution_type == "university"
    return may_belong or unit.rank < INSTITUTION_RANK


def _is_former(evidence: Evidence, body: Body) -> bool:
    if not evidence.roles:
        return False
    start = evidence.part(body.start)[0]
    return any(hit.meaning.kind == "former" and start <= hit.start < body.start for hit in evidence.roles)
