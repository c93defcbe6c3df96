"""What happened when, by day or by week."""

import pandas as pd

from dashboard.analysis.periods import between, in_periods
from dashboard.ask import Ask

BY_DAY = frozenset({"media_over_time", "outreach_over_time"})
"""Questions whose rows are days, asked for all of them: the answer serves whichever are chosen."""


def by_day(ask: Ask, question: str) -> pd.DataFrame:
    """The rows of all days up to which things are known, whichever are chosen."""
    return ask(question, from_day=None, to_day=None)


def by_period(ask: Ask, question: str) -> pd.DataFrame:
    """Rows of the chosen days as in dashboard.analysis.periods.in_periods."""
    return in_periods(between(by_day(ask, question), ask.filters.from_day, ask.filters.to_day))
