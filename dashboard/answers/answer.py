"""What an answer is: the numbers behind a sentence, the sentence, and the rows behind both."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard.ask import Ask


@dataclass(frozen=True)
class Answer:
    """The answer to one question for one campaign in one snapshot.

    as_of: the day up to which it counts. summary: the numbers of the sentence, by name. rows: the table of the figure.
    """

    question: str
    campaign_id: str
    snapshot_id: str
    as_of: date
    summary: Mapping[str, Any]
    rows: pd.DataFrame
    sentence: str


def answer(ask: Ask, question: str, summary: Mapping[str, Any], rows: pd.DataFrame, sentence: str) -> Answer:
    """An Answer to what was asked."""
    return Answer(question, ask.campaign.campaign_id, ask.snapshot.snapshot_id, ask.as_of, summary, rows, sentence)
