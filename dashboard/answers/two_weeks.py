"""What the last seven finished days brought, beside the seven before."""

from dataclasses import dataclass
from datetime import timedelta

from dashboard.analysis.pace import DAYS
from dashboard.ask import Ask
from dashboard.words import number


@dataclass(frozen=True)
class TwoWeeks:
    """Counts of two weeks that end with the last finished day of the chosen period, whatever its beginning."""

    recent: int
    previous: int

    @property
    def in_words(self) -> str:
        """'6 in the last 7 finished days, 9 in the 7 before'."""
        return f"{number(self.recent)} in the last {DAYS} finished days, {number(self.previous)} in the {DAYS} before"


def two_weeks(ask: Ask, question: str, column: str) -> TwoWeeks:
    """One week and the other. The rows of the question are days, the column is a count."""
    until = min(ask.last_finished_day, ask.filters.to_day or ask.last_finished_day)
    recent, previous = (
        int(ask.days(question, from_day=last - timedelta(DAYS - 1), to_day=last)[column].sum())
        for last in (until, until - timedelta(DAYS))
    )
    return TwoWeeks(recent, previous)
