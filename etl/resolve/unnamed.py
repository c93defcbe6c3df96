"""Texts in which no word tells an institution: a person of their own, a role with an employer, or an unknown name."""

from dataclasses import dataclass

from etl.resolve.evidence import Evidence
from etl.resolve.first_named import left_an_institution
from etl.resolve.lexicon import Hit
from etl.resolve.role import RoleWord

_SHORT = 2  # letters
_PLACEHOLDERS = frozenset("organisation organization company institution employer affiliation name".split())
_SENTENCE = 9  # words; a text so long without an institution is a remark, if it speaks of persons
_BEGINS_A_REMARK = frozenset("i we my this please ich wir je nous yo".split())
_SPEAKS_OF_PERSONS = frozenset("i my me we our you is are be will should not this that it ich wir je nous".split())


@dataclass(frozen=True, slots=True)
class Unnamed:
    """What such a text tells. The words ``start`` to ``end`` (exclusive) may be a name; none where they are equal."""

    institution_type: str
    confidence: float
    why: str
    start: int = 0
    end: int = 0


def is_remark(evidence: Evidence) -> bool:
    """Whether a text is a remark, whatever institutions it speaks of: long, and beginning with "I" or the like."""
    words = evidence.words.folded
    return len(words) >= _SENTENCE and words[0] in _BEGINS_A_REMARK


def unnamed(evidence: Evidence) -> Unnamed:
    """Type of a text in which no word tells an institution."""
    words = evidence.words.folded
    rest = _unexplained(evidence)
    if not words:
        return Unnamed("individual_or_none", 0.95, "empty")
    if not rest and _is_field_and_place(evidence):
        return Unnamed("unknown", 0.0, "no word tells the type", 0, len(words))
    if not rest:
        return Unnamed("individual_or_none", 0.9, "names no institution")
    if left_an_institution(evidence):
        return Unnamed("individual_or_none", 0.7, "names only what was left")
    for hit in evidence.roles:
        if hit.meaning.kind == "individual" and _is_meant(evidence, hit, rest):
            return Unnamed("individual_or_none", 0.8, f"'{hit.meaning.phrase}' tells a person of their own")
    if is_remark(evidence) or (len(words) >= _SENTENCE and not _SPEAKS_OF_PERSONS.isdisjoint(words)):
        return Unnamed("individual_or_none", 0.7, "a remark")
    if _only_describes_a_role(evidence, rest):
        return Unnamed("individual_or_none", 0.7, "only a role")
    for hit in evidence.roles:
        if hit.meaning.institution_type:
            hint = f"'{hit.meaning.phrase}' hints at the type"
            return Unnamed(hit.meaning.institution_type, 0.5, hint, rest[0], rest[-1] + 1)
    return Unnamed("unknown", 0.0, "no word tells the type", rest[0], rest[-1] + 1)


def _unexplained(evidence: Evidence) -> list[int]:
    spans = [(hit.start, hit.end) for hit in (*evidence.countries, *evidence.demonyms)]
    spans += [(hit.start, hit.end) for hit in evidence.roles]
    spans += [(hit.start, hit.end) for hit in evidence.places]
    explained = {place for start, end in spans for place in range(start, end)}
    return [place for place, word in enumerate(evidence.words.folded) if place not in explained and not word.isdigit()]


def _is_field_and_place(evidence: Evidence) -> bool:
    """Whether a text consists of a field and a place, so that it may well be a name (Python España)."""
    kinds = {hit.meaning.kind for hit in evidence.roles}
    return "field" in kinds and kinds <= {"field", "filler"} and bool(evidence.countries or evidence.places)


def _is_meant(evidence: Evidence, hit: Hit[RoleWord], rest: list[int]) -> bool:
    """Whether a word like "retired" or "n/a" is said of the signer, not part of a name (Caracter Personal).

    It stands early in its part. The shortest ones, which are small words in other languages (na, no), and what only
    fills a field (organisation) stand alone.
    """
    start, end = evidence.part(hit.start)
    word = evidence.words.folded[hit.start]
    if hit.end - hit.start == 1 and (len(word) <= _SHORT or word in _PLACEHOLDERS):
        return not any(start <= place < end for place in rest)
    return sum(start <= place < hit.start for place in rest) <= 1


def _only_describes_a_role(evidence: Evidence, rest: list[int]) -> bool:
    """Whether the unexplained words only qualify a role that follows them (documentary filmmaker)."""
    last_role = max((hit.end for hit in evidence.roles if hit.meaning.kind == "role"), default=0)
    return rest[-1] < last_role and len({evidence.part(place)[0] for place in rest}) == 1
