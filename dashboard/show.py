"""An answer as text: one JSON document, or a table for the terminal."""

import json
import sys
from datetime import date, datetime

import numpy as np
import pandas as pd
from rich.console import Console
from rich.table import Table

from dashboard.answers.answer import Answer
from dashboard.columns import COLUMNS
from dashboard.written import written

_ENDLESS = 100_000  # letters in a line


def as_json(found: Answer) -> str:
    """The answer as one JSON document. Missing values are null, days and moments ISO 8601."""
    document = {
        "question": found.question,
        "campaign_id": found.campaign_id,
        "snapshot_id": found.snapshot_id,
        "as_of": found.as_of,
        "summary": dict(found.summary),
        "rows": [
            {str(name): None if pd.isna(value) else value for name, value in row.items()}
            for row in found.rows.to_dict("records")
        ],
        "sentence": found.sentence,
    }
    return json.dumps(document, default=_plain, ensure_ascii=False, allow_nan=False, indent=1)


def print_table(found: Answer) -> None:
    """Print the sentence and beneath it the rows under readable headings. Only a terminal is too narrow for a row."""
    console = Console(width=None if sys.stdout.isatty() else _ENDLESS)
    console.print(found.sentence, style="bold", markup=False, highlight=False)
    console.print(_table(found))


def _table(found: Answer) -> Table:
    names = [name for name in found.rows.columns if name in COLUMNS]
    table = Table(box=None, header_style="dim")
    for name in names:
        table.add_column(COLUMNS[name].label, justify="right" if COLUMNS[name].is_number else "left")
    for _, row in found.rows.iterrows():
        table.add_row(*(written(row[name], COLUMNS[name].kind) for name in names))
    return table


def _plain(value: object) -> object:
    """What json does not know: numpy's numbers, days (without a time of day) and moments."""
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, datetime) and value.tzinfo is None and value.time() == datetime.min.time():
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in an answer")
