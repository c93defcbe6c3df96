"""A table as a CSV file that a spreadsheet can open without running anything."""

import pandas as pd

from dashboard.columns import COLUMNS

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(rows: pd.DataFrame) -> str:
    """Rows under readable headings, with a byte order mark so that spreadsheets read UTF-8."""
    labels = [COLUMNS[name].label if name in COLUMNS else name for name in rows.columns]
    return "\ufeff" + csv_text(rows.set_axis(labels, axis=1))


def csv_text(rows: pd.DataFrame) -> str:
    """Rows under the names that they have, lines ended by CR LF.

    A text that a spreadsheet would take for a formula gets an apostrophe in front, also behind one of its own, so that
    the loader gets every text back as it was; numbers never do.
    """
    safe = rows.apply(lambda column: column if column.dtype.kind in "iufbM" else column.map(harmless))
    return str(safe.to_csv(index=False, lineterminator="\r\n"))


def harmless(value: object) -> object:
    """The value, with an apostrophe in front of a text that a spreadsheet would take for a formula."""
    return f"'{value}" if isinstance(value, str) and value.lstrip("'").startswith(_STARTS_A_FORMULA) else value
