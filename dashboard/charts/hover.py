"""What hovering over a bar shows: what it is, and its counts under the names that they have in tables."""

from html import escape

import pandas as pd

from dashboard.columns import COLUMNS
from dashboard.words import number


def hover_texts(heads: list[str], rows: pd.DataFrame, columns: list[str]) -> list[str]:
    """One text for each row. heads: plain text, since names come from files; columns: those whose counts are shown."""
    labels = [COLUMNS[name].label for name in columns]
    counts = zip(*(rows[name].tolist() for name in columns), strict=True)
    return [
        "<br>".join(
            [f"<b>{escape(head)}</b>", *(f"{label}: {number(n)}" for label, n in zip(labels, row, strict=True))]
        )
        for head, row in zip(heads, counts, strict=True)
    ]
