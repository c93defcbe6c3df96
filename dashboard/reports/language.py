"""One language of reports: its texts from a gettext catalogue, its numbers, days and names from CLDR."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from dashboard.errors import DashboardError

_CATALOGUES = Path(__file__).parent / "catalogues"
_SOURCE = "en"  # the language of the texts in the code


class UnknownLanguageError(DashboardError):
    """A report was asked for in a language that has no catalogue."""


@dataclass(frozen=True)
class Language:
    """code: ISO 639. The methods write texts, numbers and days as its readers do."""

    code: str
    translations: NullTranslations

    def say(self, text: str, **values: str) -> str:
        """A text in this language, with values put in by name."""
        return self.translations.gettext(text) % values if values else self.translations.gettext(text)

    def count(self, singular: str, plural: str, value: int) -> str:
        """A text with a number; both forms hold %(n)s."""
        return self.translations.ngettext(singular, plural, value) % {"n": self.number(value)}

    def number(self, value: float) -> str:
        """A number in full, at most one digit behind the point where it is below a hundred."""
        return str(format_decimal(value, format="#,##0.#" if abs(value) < 100 else "#,##0", locale=self.code))

    def percent(self, share: float) -> str:
        """A share as a percentage; one digit behind the point below ten."""
        whole = str(Locale(self.code).percent_formats[None].pattern)
        pattern = whole if abs(share) >= 0.1 else whole.replace("0", "0.#")
        return str(format_percent(share, format=pattern, locale=self.code))

    def day(self, value: date) -> str:
        """A day in words: 3 May 2023, 3. Mai 2023, 3 mai 2023."""
        return str(format_date(value, "d MMMM y" if self.code == _SOURCE else "long", locale=self.code))

    def short(self, value: date) -> str:
        """A day in a table: 3 May 2023, 03.05.2023, 3 mai 2023."""
        return str(format_date(value, "d MMM y" if self.code == _SOURCE else "medium", locale=self.code))

    def listed(self, words: list[str]) -> str:
        """a, b and c."""
        return str(format_list(words, locale=self.code)) if self.code != _SOURCE else _without_comma(words)

    def country(self, iso2: str, name: str) -> str:
        """A country's name from CLDR; the one given where that knows none."""
        if iso2 == "ZZ":
            return self.say("Country unknown")
        return name if self.code == _SOURCE else str(Locale(self.code).territories.get(iso2, name))

    @property
    def separators(self) -> str:
        """Decimal and thousands separators, as Plotly wants them."""
        symbols = Locale(self.code).number_symbols["latn"]
        return f"{symbols['decimal']}{symbols['group']}"

    def on_axis(self, value: date) -> str:
        """A day without its year: 3 May, 3. Mai, 3 mai."""
        if self.code == _SOURCE:
            return str(format_date(value, "d MMM", locale=self.code))
        return str(format_skeleton("MMMd", value, locale=self.code))

    @property
    def hover_day(self) -> str:
        """A day in Plotly's notation: in numbers where Plotly has no months in this language."""
        return {"en": "%-d %B %Y", "de": "%-d.%-m.%Y"}.get(self.code, "%-d/%-m/%Y")


def later(text: str) -> str:
    """The same text: marks one that is said later, so that the catalogues are known to need it."""
    return text


def languages() -> list[str]:
    """The codes of all languages that a report can be written in: one catalogue each, beside English."""
    return sorted([_SOURCE, *(path.stem for path in _CATALOGUES.glob("*.po"))])


@cache
def language(code: str) -> Language:
    """The language of that code. Raises UnknownLanguageError."""
    if code not in languages():
        raise UnknownLanguageError(
            f"There is no language '{code}': choose one with --language, of {', '.join(languages())}."
        )
    return Language(code, NullTranslations() if code == _SOURCE else _read(_CATALOGUES / f"{code}.po"))


def _read(path: Path) -> GNUTranslations:
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=path.stem))
    compiled.seek(0)
    return GNUTranslations(compiled)


def _without_comma(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
