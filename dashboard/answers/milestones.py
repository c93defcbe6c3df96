"""Which round numbers has the campaign passed, and which comes next?"""

import pandas as pd

from dashboard.analysis.milestones import milestones as passed_and_next
from dashboard.analysis.pace import daily_series
from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.words import count_of, day, number


def milestones(ask: Ask) -> Answer:
    """Rows as in dashboard.analysis.milestones. Days are counted from the launch, whatever period is chosen.

    Parts of the goal are milestones of the whole campaign; with countries or kinds chosen, round numbers are.
    """
    counted = ask.days("signatures_by_day", from_day=None)
    last = min(ask.as_of, ask.filters.to_day or ask.as_of)
    series = daily_series(counted, ask.campaign.launched_on, last, ask.last_finished_day)
    whole = not ask.filters.countries and not ask.filters.institution_types
    rows = passed_and_next(series, ask.campaign.launched_on, ask.campaign.goal if whole else None)
    passed = rows[rows["day"].notna()]
    summary = {
        "passed": len(passed),
        "last_passed": int(passed["milestone"].iloc[-1]) if len(passed) else None,
        "next": int(rows["milestone"].iloc[-1]) if len(rows) > len(passed) else None,
    }
    return answer(ask, "milestones", summary, rows, _sentence(passed, summary["next"]))


def _sentence(passed: pd.DataFrame, following: int | None) -> str:
    ahead = f" Next: {number(following)}." if following else " The goal is reached."
    if not len(passed):
        return f"No milestone passed yet.{ahead}"
    last = passed.iloc[-1]
    said = f"{count_of(int(last.milestone), 'signature')} passed on {day(last.day)}"
    return f"{said}, {_since_launch(int(last.days_taken))}.{ahead}"


def _since_launch(days: int) -> str:
    if not days:
        return "on the day of the launch"
    return f"{count_of(abs(days), 'day')} {'after' if days > 0 else 'before'} the launch"
