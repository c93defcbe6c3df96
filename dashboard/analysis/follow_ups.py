"""Which follow-ups are due on a day."""

from datetime import date

import pandas as pd


def due(waiting: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """The follow-ups that are due on that day, with days_overdue (0: due that day), the longest overdue first.

    waiting: last_contact_on, follow_up_on and whatever else. What was logged after that day is not known on it.
    """
    day = pd.Timestamp(as_of)
    known = waiting[(waiting["last_contact_on"] <= day) & (waiting["follow_up_on"] <= day)]
    return known.assign(days_overdue=(day - known["follow_up_on"]).dt.days).sort_values(
        "days_overdue", ascending=False, kind="stable", ignore_index=True
    )
