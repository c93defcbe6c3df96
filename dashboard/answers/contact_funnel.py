"""How far did contacts come?"""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from dashboard.analysis.contact_steps import with_rates
from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.words import count_of, number, percent


def contact_funnel(ask: Ask) -> Answer:
    """Rows: step, contact_count, share (of the contacted), of_previous, each with _low and _high.

    Summary: contacts at each step, and declined.
    """
    rows = with_rates(ask("contact_funnel"))
    summary = {step: int(n) for step, n in zip(rows["step"], rows["contact_count"], strict=True)}
    return answer(ask, "contact-funnel", summary, rows, _sentence(rows))


def contact_funnel_by(ask: Ask) -> Answer:
    """The same rows for each group: grouped_by (country, channel, …), group_name."""
    rows = with_rates(ask("contact_funnel_by"))
    groups = len(rows[rows["step"] == "contacted"])
    return answer(ask, "contact-funnel-by", {"groups": groups}, rows, f"{number(groups)} groups of contacts.")


def _sentence(steps: pd.DataFrame) -> str:
    if not len(steps):
        return "Nobody was contacted in this selection."
    by_name = {step["step"]: step for step in steps.to_dict("records")}
    contacted = count_of(by_name["contacted"]["contact_count"], "contact")
    replied, signed = _rate(by_name["replied"]), _rate(by_name["signed"])
    return f"Of {contacted}, {replied} got as far as a reply and {signed} as far as a signature."


def _rate(step: Mapping[Hashable, Any]) -> str:
    """'45 (38 %, between 30 and 46 %)'."""
    low, high = percent(step["share_low"]).removesuffix(" %"), percent(step["share_high"])
    return f"{number(step['contact_count'])} ({percent(step['share'])}, between {low} and {high})"
