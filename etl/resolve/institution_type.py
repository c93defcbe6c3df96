"""Type of an institution: from a stated type, from the words of its name, or from its legal form."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from etl.resolve.fold import Words, phrase, words_of
from etl.resolve.lexicon import Hit, Lexicon
from etl.resolve.reference import Reference

LEGAL_FORM = "legal form"
LEGAL_FORM_RANK = 4  # as an institution's own words, below those that make a university or an authority
_SURELY_MEANT = 4  # letters; a shorter legal form in small letters is an ordinary word (as, se, sa)
_SHORTEST_PART = 6  # letters of a word that begins or ends with a keyword: shorter ones begin by chance


@dataclass(frozen=True, slots=True)
class Keyword:
    """A row of institution_keywords.csv: a word that tells what an institution is.

    Attributes:
        match: ``word`` (one or several whole words), ``stem`` (a word begins so) or ``ending`` (a word ends so);
            ``LEGAL_FORM`` for those of legal_forms.csv.
        institution_type: a code of the design; empty: the word only helps to tell institutions apart.
        rank: 7 a cause (human rights), 6 what is an institution of its own even inside another (a student union), 5 to
            3 an institution, 2 what may stand alone or be a unit of a larger one (an institute), 1 always a unit (a
            department).
        concept: what the word means in any language, one of the words that an ``institution_id`` is made of.
        country: where the word is used in one country only.
    """

    word: str
    match: str
    institution_type: str
    rank: int
    concept: str = ""
    country: str = ""


@dataclass(frozen=True)
class _LegalForm:
    form: str
    institution_type: str
    country: str = ""
    begins: str = ""  # yes: it may stand before the name too


@dataclass(frozen=True)
class _Stated:
    text: str
    institution_type: str


@dataclass(frozen=True)
class _Suffix:
    suffix: str
    institution_type: str = ""


class StatedTypes:
    """Types as forms and spreadsheets state them, in words of many languages or in codes."""

    def __init__(self, reference: Reference) -> None:
        rows = reference.rows("stated_types.csv", _Stated)
        self._codes = {phrase(row.institution_type): row.institution_type for row in rows}
        self._codes.update((phrase(row.text), row.institution_type) for row in rows)

    def code(self, text: str) -> str | None:
        """The code that a stated type stands for (``Unternehmen`` is ``company``); None where it is none we know."""
        return self._codes.get(phrase(text))


class Keywords:
    """The words in a text that tell what kind of institution it names."""

    def __init__(self, reference: Reference) -> None:
        rows = reference.rows("institution_keywords.csv", Keyword)
        self.lexicon = Lexicon((row.word, row) for row in rows if row.match == "word")
        longest_first = sorted(rows, key=lambda row: -len(row.word))
        self._stems = {row.word: row for row in longest_first if row.match == "stem"}
        self._endings = {row.word: row for row in longest_first if row.match == "ending"}
        self._any_stem, self._any_ending = tuple(self._stems), tuple(self._endings)
        self._of_word = cache(lambda word: self.lexicon.get((word,)) or self._part_of(word))
        forms = reference.rows("legal_forms.csv", _LegalForm)
        self.legal_forms = Lexicon((row.form, row.form) for row in forms)
        self._before_a_name = {
            row.form: Keyword(row.form, "word", row.institution_type, LEGAL_FORM_RANK, "", row.country)
            for row in forms
            if row.begins
        }
        self._form_ends = {words_of(row.form).folded[-1] for row in forms}
        self._as_written = {
            row.form: Keyword(row.form, LEGAL_FORM, row.institution_type, LEGAL_FORM_RANK, "", row.country)
            for row in forms
        }
        self._domains = {
            row.suffix: Keyword(row.suffix, "ending", row.institution_type, 3)
            for row in reference.rows("domains.csv", _Suffix)
            if row.institution_type
        }

    def meant(
        self,
        words: Words,
        found: list[Hit[Keyword]],
        of_words: Iterable[Keyword | None],
        forms: list[Hit[str]],
        places: set[int],
    ) -> list[Hit[Keyword]]:
        """Keywords, legal forms at the end of a part or before a place, and domains that only one kind has.

        ``found`` and ``forms``: what ``lexicon`` and ``legal_forms`` find in the text. ``of_words``: what ``of_word``
        gives for each. ``places``: where places begin.
        """
        for place, keyword in enumerate(of_words):
            if keyword is not None and not any(hit.start <= place < hit.end for hit in found):
                found.append(Hit(place, place + 1, keyword))
        return found if not forms else [*found, *self._at_the_end(words, forms, places)]

    def legal_form_length(self, name: list[str]) -> int:
        """How many words at the end of a name are its legal form; 0 where it consists of nothing else."""
        if not name or name[-1] not in self._form_ends:
            return 0
        lengths = (hit.end - hit.start for hit in self.legal_forms.hits(name) if hit.start and hit.end == len(name))
        return next(lengths, 0)

    def of_word(self, word: str) -> Keyword | None:
        """The keyword that one folded word is, begins with or ends with."""
        return self._of_word(word)

    def vocabulary(self) -> set[str]:
        """Every word of a keyword."""
        return self.lexicon.vocabulary() | self._endings.keys()

    def of_one_word(self) -> dict[str, str]:
        """Every whole word that is a keyword, folded, with the type it tells."""
        return {word: keyword.institution_type for word in self.vocabulary() if (keyword := self.of_word(word))}

    def _part_of(self, word: str) -> Keyword | None:
        if "." in word:
            labels = word.split(".")
            of_suffix = self._domains.get(".".join(labels[-2:])) or self._domains.get(labels[-1])
            return of_suffix or self.of_word(labels[-2])
        if len(word) < _SHORTEST_PART:
            return None
        if word.startswith(self._any_stem):
            return next(keyword for stem, keyword in self._stems.items() if word.startswith(stem))
        if word.endswith(self._any_ending):
            return next(keyword for ending, keyword in self._endings.items() if word.endswith(ending))
        return None

    def _at_the_end(self, words: Words, forms: list[Hit[str]], places: set[int]) -> list[Hit[Keyword]]:
        found = []
        for hit in forms:
            raw, written = words.raw[hit.start], hit.meaning
            exact = self._as_written.get(words.slice(hit.start, hit.end))
            keyword = exact or self._as_written[written]  # APS is not ApS
            at_the_end = hit.end == len(words.folded) or words.breaks[hit.end] > 0 or hit.end in places
            in_small_letters = exact is None and raw.islower() and "." not in raw and not written.islower()
            if hit.start and at_the_end and not (in_small_letters and len(raw) < _SURELY_MEANT):
                found.append(Hit(hit.start, hit.end, keyword))
            elif not at_the_end and raw in self._before_a_name and (hit.start == 0 or words.breaks[hit.start] > 0):
                found.append(Hit(hit.start, hit.end, self._before_a_name[raw]))
        return found
