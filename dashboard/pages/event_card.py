"""What happened, and what it brought, on the page on momentum."""

from dash.development.base_component import Component

from dashboard.answers.events import events
from dashboard.ask import Ask
from dashboard.cards import card
from dashboard.later import TABLE_HEIGHT, shape

_EVENTS = "What happened"
EVENTS = [shape(_EVENTS, TABLE_HEIGHT, "wide")]


def event_card(ask: Ask) -> list[Component]:
    """One card: the events, numbered as above the days."""
    happened = events(ask)
    told = (
        " Numbered as above; brought: signatures above what would have come anyway, with a 90 % interval; judged by"
        " days without an event and by countries that it did not concern. Contacts and articles are those of its 72"
        " hours."
    )
    return [
        card(
            ask,
            "events",
            title=_EVENTS,
            subtitle=happened.sentence + (told if len(happened.rows) else ""),
            rows=happened.rows.dropna(axis=1, how="all"),
            empty=f"{happened.sentence} They stand in events.csv of the campaign's folder.",
            span="wide",
        )
    ]
