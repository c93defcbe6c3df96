"""Is the campaign gaining or losing pace?"""

from dash.development.base_component import Component

from dashboard.answers.answer import Answer
from dashboard.answers.events import events
from dashboard.answers.momentum import momentum
from dashboard.ask import Ask
from dashboard.cards import card, sentence
from dashboard.head_figures import HeadFigure, head_figures, part_of
from dashboard.pages.forecast_cards import forecast_cards
from dashboard.pages.momentum_cards import by_country, daily, passed, so_far
from dashboard.words import count_of, number

PATH = "/momentum"
TITLE = "Momentum"
_DAYS_IN_LINE = 28


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked."""
    found = momentum(ask)
    happened = events(ask)
    return [
        sentence(found.sentence),
        head_figures(_heads(ask, found), ask),
        daily(ask, found, happened.rows),
        so_far(ask, found, PATH),
        *forecast_cards(ask, found.rows, PATH),
        passed(ask),
        by_country(ask),
        card(
            ask,
            "events",
            title="What happened",
            subtitle=f"{happened.sentence} Numbered as above; brought: signatures above what would have come anyway,"
            " with a 90 % interval; judged by days without an event and by countries that it did not concern.",
            rows=happened.rows.dropna(axis=1, how="all"),
            empty="No events in this selection. They stand in events.csv of the campaign's folder.",
            span="wide",
        ),
    ]


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
            number(ask.institutions),
            f"{count_of(int(totals.organisations), 'organisation')} signed too"
            if totals.organisations
            else "named by signers",
        ),
    ]
