"""How values of tables are written, by their kind."""

from datetime import date, datetime

import pandas as pd

from dashboard import words
from dashboard.columns import Kind

_CODES = {
    "under": "below its share",
    "over": "above its share",
    "on_par": "at its share",
    "institution_type": "kind of institution",
}


def written(value: object, kind: Kind) -> str:
    """A value as readers see it; a missing one is an en dash."""
    if value is None or pd.isna(value):  # type: ignore[call-overload]  # any scalar of a data frame
        return "–"
    if isinstance(value, datetime) and kind == "moment":
        return f"{words.short_day(value)}, {value:%H:%M}"
    if isinstance(value, date):
        return words.short_day(value)
    if kind == "flag":
        return "yes" if value else "no"
    if isinstance(value, int | float) or hasattr(value, "__float__"):
        number = float(value)
        if kind == "amount":
            return words.amount(number)
        digits = {"count": 0, "rate": 1 if abs(number) >= 10 else 2, "ratio": 2}
        return f"{number:,.{digits[kind]}f}" if kind in digits else words.percent(number)
    return _CODES.get(str(value), str(value).replace("_", " ")) if kind == "text" else str(value)
