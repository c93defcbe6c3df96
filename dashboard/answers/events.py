"""What happened?"""

from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.words import count_of, day


def events(ask: Ask) -> Answer:
    """Rows: event_id, day, kind, title, country, country_name; in the order of days."""
    rows = ask("events")
    sentence = "No events in this selection."
    if len(rows):
        last = rows.iloc[-1]
        sentence = f"{count_of(len(rows), 'event')}; the last, on {day(last.day)}: {last.title}."
    return answer(ask, "events", {"events": len(rows)}, rows, sentence)
