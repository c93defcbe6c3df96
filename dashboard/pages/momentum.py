"""Is the campaign gaining or losing pace?"""

from dash.development.base_component import Component

from dashboard.answers.answer import Answer
from dashboard.answers.events import happened
from dashboard.answers.momentum import momentum_in_brief
from dashboard.ask import Ask
from dashboard.cards import sentence
from dashboard.head_figures import HeadFigure, head_figures, part_of
from dashboard.later import later
from dashboard.pages.burst_card import BURSTS
from dashboard.pages.by_country_card import BY_COUNTRY
from dashboard.pages.event_card import EVENTS
from dashboard.pages.forecast_cards import BACKTEST, FORECAST
from dashboard.pages.institutions_named import INSTITUTIONS_NAMED
from dashboard.pages.momentum_cards import MILESTONES, SO_FAR, daily
from dashboard.pages.returners_card import returned
from dashboard.words import number

PATH = "/momentum"
TITLE = "Momentum"
_DAYS_IN_LINE = 28


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked."""
    found = momentum_in_brief(ask)
    return [
        sentence(found.sentence),
        head_figures(_heads(ask, found), ask, INSTITUTIONS_NAMED),
        daily(ask, found, happened(ask)),
        later("so-far", SO_FAR),
        later("forecast", FORECAST),
        later("backtest", BACKTEST),
        later("milestones", MILESTONES),
        later("by-country", BY_COUNTRY),
        *returned(ask),
        later("events", EVENTS),
        later("bursts", BURSTS),
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
    ]
