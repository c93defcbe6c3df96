"""What happened when, by day or by week."""

import pandas as pd

from dashboard.analysis.periods import in_periods
from dashboard.ask import Ask

BY_DAY = frozenset({"media_over_time", "outreach_over_time"})
"""Questions whose rows are days."""


def by_period(ask: Ask, question: str) -> pd.DataFrame:
    """Rows of the chosen days as in dashboard.analysis.periods.in_periods."""
    return in_periods(ask.days(question))
