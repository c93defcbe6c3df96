"""A country's own view, beneath its reach: what happened there, who was contacted, who wrote."""

import pandas as pd
from dash.development.base_component import Component

from dashboard.ask import Ask
from dashboard.cards import card
from dashboard.catalogue import MEMBER_STATES
from dashboard.words import count_of, within


def one_country(ask: Ask) -> list[Component]:
    """Small cards where exactly one country is chosen; none for what has no entry there."""
    chosen = ask.filters.countries
    if len(chosen) != 1 or chosen[0] == MEMBER_STATES:
        return []
    name = within(ask.known.country_name(chosen[0]))
    stages, outlets, events = ask("outreach_by_stage"), ask("media_by_outlet"), ask("local_events")
    cards = [
        _card(
            ask,
            "outreach-by-stage",
            f"Contacts in {name}",
            "Log entries by stage",
            stages[["stage", "contacts"]].assign(stage=stages["stage"].str.capitalize()),
        ),
        _card(
            ask,
            "media-by-outlet",
            f"Who wrote in {name}",
            f"{count_of(int(outlets['mentions'].sum()), 'mention')}; the outlets with the most first",
            outlets[["outlet", "mentions", "stories", "last_day"]],
        ),
        _card(
            ask,
            "local-events",
            f"What happened in {name}",
            "The latest first",
            events[["day", "kind", "title"]],
            "wide",
        ),
    ]
    return [one for one in cards if one is not None]


def _card(ask: Ask, ident: str, title: str, subtitle: str, rows: pd.DataFrame, span: str = "") -> Component | None:
    return card(ask, ident, title=title, subtitle=subtitle, rows=rows, span=span) if len(rows) else None
