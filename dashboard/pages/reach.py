"""Which countries and kinds of institution does the campaign reach?"""

from dash.development.base_component import Component

from dashboard.analysis.reach import with_intervals
from dashboard.answers.answer import Answer
from dashboard.answers.reach import by_country, reach_in_brief
from dashboard.ask import Ask
from dashboard.cards import sentence
from dashboard.choosing import choosable_countries
from dashboard.head_figures import HeadFigure, head_figures, part_of
from dashboard.later import later
from dashboard.pages.institutions_named import INSTITUTIONS_NAMED
from dashboard.pages.reach_cards import BY_KIND, RANKING, in_order, member_states, on_map
from dashboard.pages.signer_cards import SIGNERS
from dashboard.words import amount, count_of, number

PATH = "/reach"
TITLE = "Reach"


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked. The figures in which a country is chosen keep all countries in sight."""
    found = reach_in_brief(ask)
    every_country = with_intervals(by_country(ask.with_filters(countries=()))) if ask.filters.countries else found.rows
    europe = choosable_countries(ask, every_country)
    states = member_states(europe)
    return [
        sentence(found.sentence),
        head_figures(_heads(ask, found), ask, INSTITUTIONS_NAMED),
        on_map(ask, found, europe, states, PATH),
        in_order(ask, found, states),
        later("reach-by-kind", BY_KIND),
        later("ranking", RANKING),
        later("signers", SIGNERS),
    ]


def _heads(ask: Ask, found: Answer) -> list[HeadFigure]:
    summary, states = found.summary, found.summary["member_states_shown"]
    countries = f"from {count_of(summary['countries'], 'country', 'countries')}"
    return [
        HeadFigure(
            "Signatures",
            amount(summary["signatures"]),
            f"by people {countries}" if summary["organisations"] else countries,
        ),
        HeadFigure(
            "Member states reached",
            number(summary["member_states"]),
            f"of {states} {'in view' if ask.filters.countries else 'in the Union'}",
            share=summary["member_states"] / max(states, 1),
        ),
        part_of("Country known", summary["known_country"], summary["signatures"], "signatures"),
    ]
