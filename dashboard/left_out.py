"""What if: a span of days, or the signatures of one country on them, that every figure goes without."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from dashboard.catalogue import Catalogue
from dashboard.words import span


@dataclass(frozen=True)
class LeftOut:
    """Signatures of the days from the first to the last, both included; of one country, where it is named."""

    from_day: date
    to_day: date
    country: str | None = None

    @classmethod
    def read(cls, text: str, known: Catalogue) -> Self:
        """'2026-03-10..2026-03-11' or '2026-03-10..2026-03-11,MT'. Raises ValueError for anything else."""
        days, _, country = text.partition(",")
        first, _, last = days.partition("..")
        if country and country not in {one.iso2 for one in known.countries}:
            raise ValueError(f"no country {country}")
        found = cls(date.fromisoformat(first), date.fromisoformat(last), country or None)
        if found.from_day > found.to_day:
            raise ValueError("the span ends before it begins")
        return found

    def written(self) -> str:
        """As read takes it."""
        return f"{self.from_day}..{self.to_day}{f',{self.country}' if self.country else ''}"

    def command(self) -> str:
        """The command with which the organisers would leave these signatures out for good."""
        country = f" --country {self.country}" if self.country else ""
        return f"campaign-etl set-aside --from {self.from_day} --to {self.to_day}{country}"

    def in_words(self, known: Catalogue) -> str:
        """'without 10 – 11 March 2026', 'without Malta on 10 March 2026'."""
        country = f"{known.country_name(self.country)} on " if self.country else ""
        return f"without {country}{span(self.from_day, self.to_day)}"
