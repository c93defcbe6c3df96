"""Is the campaign gaining or losing pace?"""

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.pace import without_long_silence
from dashboard.answers.answer import Answer
from dashboard.answers.momentum import momentum
from dashboard.ask import Ask
from dashboard.cards import card, graph, sentence
from dashboard.charts.cumulative_signatures import cumulative_signatures
from dashboard.charts.signatures_by_day import signatures_by_day
from dashboard.head_figures import HeadFigure, head_figures, part_of
from dashboard.words import count_of, number

PATH = "/momentum"
TITLE = "Momentum"
_DAYS_IN_LINE = 28


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked."""
    found = momentum(ask)
    days = _shown(found)
    events = ask("events")
    return [
        sentence(found.sentence),
        head_figures(_heads(ask, found), ask.palette),
        daily(ask, found, events),
        card(
            ask,
            "signatures-by-day",
            title="All signatures so far",
            subtitle="Signatures from the first day shown",
            rows=days[["day", "signatures", "cumulative"]],
            picture=lambda: graph(
                cumulative_signatures(days, ask.campaign.goal, ask.palette), "cumulative-signatures", found.sentence
            ),
            empty=_empty(ask),
        ),
        card(
            ask,
            "events",
            title="What happened",
            subtitle="Events of the campaign, numbered as above",
            rows=events.dropna(axis=1, how="all"),
            empty="No events in this selection. They stand in events.csv of the campaign's folder.",
        ),
    ]


def daily(ask: Ask, found: Answer, events: pd.DataFrame) -> Component:
    """The picture that proves the sentence: signatures a day. found: the answer momentum."""
    days = _shown(found)
    return card(
        ask,
        "momentum",
        title="Signatures a day",
        subtitle="Bars: signatures of a day, open while it is not over. Line: mean of seven days. Numbers: events.",
        rows=days,
        picture=lambda: graph(
            signatures_by_day(days, _inside(events, days), ask.palette), "signatures-by-day", found.sentence
        ),
        defined_by="signatures_by_day",
        empty=_empty(ask),
        span="wide",
    )


def _shown(found: Answer) -> pd.DataFrame:
    return without_long_silence(found.rows) if found.summary["signatures"] else found.rows.head(0)


def _empty(ask: Ask) -> str:
    return ask.filters.nothing(ask.known, "signatures")


def _inside(events: pd.DataFrame, days: pd.DataFrame) -> pd.DataFrame:
    return events[events["day"].between(days["day"].min(), days["day"].max())]


def _heads(ask: Ask, found: Answer) -> list[HeadFigure]:
    totals, goal = ask.totals, ask.campaign.goal
    signatures = int(totals.signatures)
    states = sum(country.is_member_state for country in ask.known.countries)
    weeks = found.rows.loc[found.rows["finished"], "signatures"].tail(_DAYS_IN_LINE).tolist()
    return [
        part_of("Signatures", signatures, goal, "aimed at")
        if goal
        else HeadFigure("Signatures", number(signatures), "no goal was set"),
        HeadFigure(
            "Last 7 finished days",
            number(found.summary["last_7_days"]),
            f"{number(found.summary['previous_7_days'])} in the 7 days before",
            line=weeks,
        ),
        HeadFigure(
            "Member states reached",
            number(totals.member_states),
            f"of {states} in the Union",
            share=totals.member_states / max(states, 1),
        ),
        HeadFigure(
            "Institutions named",
            number(totals.institutions),
            f"{count_of(int(totals.organisations), 'organisation')} signed too"
            if totals.organisations
            else "named by signers",
        ),
    ]
