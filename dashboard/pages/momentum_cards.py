"""The figures of the page on momentum."""

from dataclasses import replace

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.pace import without_long_silence
from dashboard.analysis.periods import on_days
from dashboard.answers.answer import Answer
from dashboard.answers.beside import beside
from dashboard.answers.milestones import milestones
from dashboard.answers.momentum import momentum_in_brief
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.catalogue import Campaign
from dashboard.charts.campaigns_beside import campaigns_beside
from dashboard.charts.cumulative_signatures import cumulative_signatures
from dashboard.charts.signatures_by_day import signatures_by_day
from dashboard.choosing import choosable_events
from dashboard.elements import Link, html
from dashboard.later import shape

_SO_FAR, _MILESTONES = "All signatures so far", "Milestones"
SO_FAR = [shape(_SO_FAR, 480)]
MILESTONES = [shape(_MILESTONES, 345)]


def daily(ask: Ask, found: Answer, events: pd.DataFrame) -> Component:
    """The picture that proves the sentence: signatures a day. found: the answer momentum."""
    days = _shown(found)
    inside = on_days(events, days["day"].iloc[0], days["day"].iloc[-1]) if len(days) else events.head(0)
    return card(
        ask,
        "momentum",
        title="Signatures a day",
        subtitle="Bars: signatures of a day, open while it is not over. Line: mean of seven days. Numbers: events."
        " Choose one for the days up to the next, or draw over the days you want.",
        rows=days,
        picture=lambda: graph(
            signatures_by_day(days, choosable_events(ask, inside), ask.palette), "signatures-by-day", found.sentence
        ),
        defined_by="signatures_by_day",
        empty=_empty(ask),
        span="wide",
    )


def so_far(ask: Ask) -> list[Component]:
    """One card: the total day by day, or beside another campaign on the same day since its launch."""
    return [_beside(ask, other) if (other := ask.known.campaign(ask.filters.beside or "")) else _alone(ask)]


def _alone(ask: Ask) -> Component:
    found = momentum_in_brief(ask)
    days = _shown(found)
    return card(
        ask,
        "signatures-by-day",
        title=_SO_FAR,
        subtitle="Signatures from the first day shown",
        rows=days[["day", "signatures", "cumulative"]],
        picture=lambda: graph(
            cumulative_signatures(days, ask.campaign.goal, ask.palette), "cumulative-signatures", found.sentence
        ),
        tools=_choice(ask),
        empty=_empty(ask),
    )


def _beside(ask: Ask, other: Campaign) -> Component:
    compared = beside(ask)
    return card(
        ask,
        "beside",
        title=compared.sentence,
        subtitle="Signatures so far by day since the launch; grey: the other campaign. Chosen days do not apply.",
        rows=compared.rows,
        picture=lambda: graph(campaigns_beside(compared.rows, other.title, ask.palette), "beside", compared.sentence),
        tools=_choice(ask),
        defined_by="signatures_by_day",
        empty=compared.sentence,
    )


def milestone_card(ask: Ask) -> list[Component]:
    """One card: the milestones that are passed."""
    found = milestones(ask)
    return [
        card(
            ask,
            "milestones",
            title=_MILESTONES,
            subtitle=found.sentence,
            rows=found.rows.dropna(axis=1, how="all") if found.summary["passed"] else found.rows.head(0),
            defined_by="signatures_by_day",
            empty="No milestone is passed in this selection yet.",
        )
    ]


def _choice(ask: Ask) -> Component | None:
    """Links to this view beside each other campaign, for the address is the state. Nothing without an other."""
    chosen = ask.known.campaign(ask.filters.beside or "")
    others = [one for one in ask.known.campaigns if one not in (ask.campaign, chosen)]
    if not others and not chosen:
        return None
    links = [(one.title, one.campaign_id) for one in others] + ([("No other campaign", None)] if chosen else [])
    return html.Details(
        [
            html.Summary("Compare with another campaign"),
            html.Ul(
                [html.Li(Link(title, href=replace(ask.filters, beside=ident).to_address())) for title, ident in links]
            ),
        ],
        className="choice",
        key=ask.filters.to_address(),
    )


def _shown(found: Answer) -> pd.DataFrame:
    return without_long_silence(found.rows) if found.summary["signatures"] else found.rows.head(0)


def _empty(ask: Ask) -> str:
    return ask.filters.nothing(ask.known, "signatures")
