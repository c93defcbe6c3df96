"""Roles, titles and other words of an affiliation that are not the institution: who the signer is, not where."""

from dataclasses import dataclass

from etl.resolve.fold import Words, fold
from etl.resolve.lexicon import Hit, Lexicon
from etl.resolve.reference import Reference

_LONGEST_ABBREVIATION = 3  # letters


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A row of role_words.csv.

    Attributes:
        phrase: one that begins with a hyphen also ends longer words (-lehrer: Kunstlehrer).
        kind: ``role`` (professor, developer), ``title`` (Dr), ``field`` (mathematics), ``individual`` (freelancer,
            retired, n/a), ``former`` (ex-, ehemals) or ``filler`` (small words).
        institution_type: where people in this role nearly always work; a hint where nothing else tells.
    """

    phrase: str
    kind: str
    institution_type: str = ""


@dataclass(frozen=True)
class _Demonym:
    word: str
    iso2: str


class Roles:
    """The words of role_words.csv."""

    def __init__(self, reference: Reference) -> None:
        rows = reference.rows("role_words.csv", RoleWord)
        self.lexicon = Lexicon((row.phrase, row) for row in rows)
        self._endings = tuple(fold(row.phrase[1:]) for row in rows if row.phrase.startswith("-"))

    def ends(self, word: str) -> str:
        """The role that a compound word ends with; the word itself where it ends with none."""
        if not word.endswith(self._endings):
            return word
        return max((ending for ending in self._endings if word.endswith(ending)), key=len)

    def vocabulary(self) -> set[str]:
        """Every word of a role."""
        return self.lexicon.vocabulary()


class Demonyms:
    """Adjectives of countries (German, polska): where the institution that bears one most likely is."""

    def __init__(self, reference: Reference) -> None:
        self.lexicon = Lexicon((row.word, row.iso2) for row in reference.rows("demonyms.csv", _Demonym))

    def meant(self, words: Words, hits: list[Hit[str]]) -> list[Hit[str]]:
        """The adjectives among what ``lexicon`` finds. A short one counts in capitals only (US, not us)."""
        return [
            hit for hit in hits if len(words.raw[hit.start]) > _LONGEST_ABBREVIATION or words.raw[hit.start].isupper()
        ]

    def vocabulary(self) -> set[str]:
        """Every adjective."""
        return self.lexicon.vocabulary()
