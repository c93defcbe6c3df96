"""Roles, titles and other words of an affiliation that are not the institution: who the signer is, not where."""

from dataclasses import dataclass

from etl.resolve.fold import Words
from etl.resolve.lexicon import Hit, Lexicon
from etl.resolve.reference import Reference

_LONGEST_ABBREVIATION = 3  # letters


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A row of role_words.csv.

    Attributes:
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
        self._lexicon = Lexicon((row.phrase, row) for row in reference.rows("role_words.csv", RoleWord))

    def hits(self, words: list[str]) -> list[Hit[RoleWord]]:
        """The role words among the folded words of a text."""
        return self._lexicon.hits(words)

    def vocabulary(self) -> set[str]:
        """Every word of a role."""
        return self._lexicon.vocabulary()


class Demonyms:
    """Adjectives of countries (German, polska): where the institution that bears one most likely is."""

    def __init__(self, reference: Reference) -> None:
        self._lexicon = Lexicon((row.word, row.iso2) for row in reference.rows("demonyms.csv", _Demonym))

    def hits(self, words: Words) -> list[Hit[str]]:
        """The adjectives in a text, with their country. A short one counts in capitals only (US, not us)."""
        return [
            hit
            for hit in self._lexicon.hits(words.folded)
            if len(words.raw[hit.start]) > _LONGEST_ABBREVIATION or words.raw[hit.start].isupper()
        ]

    def vocabulary(self) -> set[str]:
        """Every adjective."""
        return self._lexicon.vocabulary()
