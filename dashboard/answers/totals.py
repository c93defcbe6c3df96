"""How many signatures are there?"""

from dataclasses import asdict

import pandas as pd

from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.metric import metric


def totals(ask: Ask) -> Answer:
    """Rows: one, as dashboard.analysis.totals.Totals."""
    rows = pd.DataFrame([asdict(ask.totals)]).astype({"first_day": "datetime64[us]", "last_day": "datetime64[us]"})
    return answer(ask, "totals", {"rows": 1}, rows, f"{metric('totals').title}: 1 rows.")
