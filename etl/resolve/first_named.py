"""Which of the institutions in a text is named first, what its name is, and which words surround it."""

from typing import NamedTuple

from etl.resolve.evidence import CAUSE_RANK, INSTITUTION_RANK, Body, Evidence
from etl.resolve.fold import CLAUSE

_DEPARTMENT, _UNIT = 1, 2  # ranks: always a unit; what may stand alone, too
_OF = frozenset("of for fur de di".split())
_UMBRELLAS = (
    *("feder", "foder", "confeder", "konfeder", "dachverband", "bundesverband", "coalition", "koalition", "platform"),
    *(
        "network",
        "netzwerk",
        "netwerk",
        "natverk",
        "netvaerk",
        "nettverk",
        "verkosto",
        "reseau",
        "retea",
        "siec",
        "mreza",
    ),
)
_BEFORE_A_NAME = frozenset("at of @ bei chez for the der die das".split())


class FirstNamed(NamedTuple):
    """The institution named first. The words ``start`` to ``end`` (exclusive) speak of it, later ones of another."""

    body: Body
    start: int
    end: int


def strongest_by_part(evidence: Evidence) -> list[Body]:
    """The body that weighs most in each part. What the signer has left (former, ex-) does not count."""
    strongest: dict[int, Body] = {}
    causes: dict[int, Body] = {}
    for body in evidence.bodies:
        part = evidence.part(body.start)[0]
        chosen = causes if body.rank == CAUSE_RANK else strongest
        if (part not in chosen or _outweighs(evidence, body, chosen[part])) and not _is_former(evidence, body):
            chosen[part] = body
    if not causes:
        return list(strongest.values())
    for part, cause in causes.items():
        strongest[part] = _with_cause(evidence, strongest.get(part), cause)
    return sorted(strongest.values(), key=lambda body: body.start)


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
    end = _end_of_clause(evidence, strongest, first)
    for body in strongest[1:]:
        if body.start >= end:
            break
        if (whole is first or whole.rank < INSTITUTION_RANK) and _is_unit_of(evidence, whole, body):
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


def _outweighs(evidence: Evidence, body: Body, other: Body) -> bool:
    """Whether a body weighs more than the one before it. The field of a school (School of Biosciences) does not."""
    if other.known is not None or body.known is not None:
        company, kind = (other, body) if other.known is not None else (body, other)
        if company.institution_type == "company" and kind.known is None and kind.institution_type == "ngo":
            return kind is body  # Robert Bosch Stiftung
    if body.rank <= other.rank:
        return False
    is_a_field = other.rank <= _UNIT and body.rank == INSTITUTION_RANK and body.institution_type in ("company", "media")
    return not (
        is_a_field and body.known is None and other.end < body.start and evidence.words.folded[other.end] in _OF
    )


def _with_cause(evidence: Evidence, named: Body | None, cause: Body) -> Body:
    """What a part names that speaks of a cause: an association or a centre for human rights is an NGO, no ministry is.

    A federation of such associations stays one. What only speaks of the cause may be a unit of the university after it.
    """
    if named is None:
        return cause._replace(rank=_UNIT)
    pursues_it = named.rank == _UNIT or named.institution_type == "network_or_association"
    if not pursues_it or named.known is not None or evidence.words.folded[named.start].startswith(_UMBRELLAS):
        return named
    return named._replace(institution_type=cause.institution_type)


def _end_of_clause(evidence: Evidence, strongest: list[Body], first: Body) -> int:
    """Where the words about an institution end. A semicolon is a comma after a department or before an address."""
    words = evidence.words
    for place in range(first.end, len(words.breaks)) if CLAUSE in words.breaks else ():
        if words.breaks[place] == CLAUSE:
            gap = words.text[words.starts[place - 1] + len(words.raw[place - 1]) : words.starts[place]]
            if ";" not in gap or (first.rank > _DEPARTMENT and strongest[-1].start >= place):
                return place
    return len(words.breaks)


def _is_unit_of(evidence: Evidence, unit: Body, whole: Body) -> bool:
    """Whether a department, an institute or a hospital belongs to the institution that is named after it."""
    if unit.known is not None:
        return whole.institution_type == "university" and _begins_a_unit(evidence, unit)
    if whole.rank < (_UNIT if unit.rank == _DEPARTMENT else INSTITUTION_RANK):
        return False
    if any(unit.end <= hit.start < whole.start and hit.meaning.kind == "role" for hit in evidence.roles):
        return False
    may_belong = unit.institution_type in ("research_institute", "other") and whole.institution_type == "university"
    return may_belong or unit.rank < INSTITUTION_RANK


def _begins_a_unit(evidence: Evidence, known: Body) -> bool:
    """Whether the name of a funder or an authority begins that of a centre that it pays for at a university."""
    end = evidence.part(known.start)[1]
    return known.institution_type in ("ngo", "government") and any(
        known.end <= body.start < end and body.rank <= _UNIT and body.institution_type == "research_institute"
        for body in evidence.bodies
    )


def _is_former(evidence: Evidence, body: Body) -> bool:
    if not evidence.roles:
        return False
    start = evidence.part(body.start)[0]
    return any(hit.meaning.kind == "former" and start <= hit.start < body.start for hit in evidence.roles)
