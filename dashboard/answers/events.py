"""What happened, and what did it bring?"""

import pandas as pd

from dashboard.analysis.yield_of_events import per_contact_and_mention
from dashboard.answers.answer import Answer, answer
from dashboard.answers.lifts import lifts_of
from dashboard.ask import Ask
from dashboard.words import count_of, day, number


def events(ask: Ask) -> Answer:
    """Rows: number, event_id, day, kind, title, country, country_name, and as in dashboard.analysis.lift: lift,
    lift_low, lift_high (signatures above what would have come anyway in 72 hours, 90 %), verdict; by day. And as in
    dashboard.analysis.yield_of_events: contacts_made, mentions, lift_per_contact, lift_per_mention.

    An event with a country is judged there, beside the other countries; one without, in the whole selection.
    """
    rows = happened(ask)
    if not len(rows):
        return answer(ask, "events", {"events": 0, "lifted": 0}, rows, "No events in this selection.")
    rows = rows.merge(lifts_of(ask, ask.days("events", from_day=None, to_day=None)), on="event_id", how="left")
    rows = per_contact_and_mention(rows, ask("attention_by_day", from_day=None, to_day=None))
    summary = {"events": len(rows), "lifted": int((rows["verdict"] == "lift").sum())}
    return answer(ask, "events", summary, rows, _sentence(rows))


def happened(ask: Ask) -> pd.DataFrame:
    """Rows: number, event_id, day, kind, title, country, country_name; by day."""
    rows = ask.days("events")
    rows.insert(0, "number", range(1, len(rows) + 1))
    return rows


def _sentence(rows: pd.DataFrame) -> str:
    last = rows.iloc[-1]
    said = f"{count_of(len(rows), 'event')}; the last, on {day(last.day)}: {last.title}."
    beyond = rows[rows["verdict"] == "lift"]
    if not len(beyond):
        return said
    best = beyond.sort_values("lift").iloc[-1]
    return (
        f"{said} {number(len(beyond))} brought signatures beyond chance, most of all {best.title}: about "
        f"{number(best['lift'])} in 72 hours (between {number(best.lift_low)} and {number(best.lift_high)}, 90 %)."
    )
