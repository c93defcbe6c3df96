"""What happened, and what it brought, on the page on momentum."""

from dash.development.base_component import Component

from dashboard.answers.events import events
from dashboard.ask import Ask
from dashboard.cards import card
from dashboard.later import shape

_EVENTS = "What happened"
EVENTS = [shape(_EVENTS, 420, "wide")]


def event_card(ask: Ask) -> list[Component]:
    """One card: the events, numbered as above the days."""
    happened = events(ask)
    return [
        card(
            ask,
            "events",
            title=_EVENTS,
            subtitle=f"{happened.sentence} Numbered as above; brought: signatures above what would have come anyway,"
            " with a 90 % interval; judged by days without an event and by countries that it did not concern. Contacts"
            " and articles are those of its 72 hours.",
            rows=happened.rows.dropna(axis=1, how="all"),
            empty="No events in this selection. They stand in events.csv of the campaign's folder.",
            span="wide",
        )
    ]
