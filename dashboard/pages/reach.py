"""Which countries and kinds of institution does the campaign reach?"""

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.reach import with_intervals
from dashboard.answers.reach import reach
from dashboard.ask import Ask
from dashboard.cards import sentence
from dashboard.choosing import choosable_countries
from dashboard.head_figures import HeadFigure, head_figures, part_of
from dashboard.pages.network_cards import network_cards
from dashboard.pages.one_country import one_country
from dashboard.pages.reach_cards import by_country_and_type, in_order, institutions, on_map, ranking
from dashboard.words import count_of, number

PATH = "/reach"
TITLE = "Reach"


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked. The figures in which a country is chosen keep all countries in sight."""
    found = reach(ask)
    europe = choosable_countries(ask, with_intervals(ask("reach_by_country", countries=())))
    return [
        sentence(found.sentence),
        head_figures(_heads(ask, found.rows[found.rows["is_member_state"]]), ask),
        on_map(ask, found, europe, PATH),
        in_order(ask, found, europe),
        by_country_and_type(ask),
        ranking(ask, found),
        institutions(ask),
        *network_cards(ask),
        *one_country(ask),
    ]


def _heads(ask: Ask, states: pd.DataFrame) -> list[HeadFigure]:
    totals = ask.totals
    signatures, countries = int(totals.signatures), int(totals.countries)
    return [
        HeadFigure("Signatures", number(signatures), f"from {count_of(countries, 'country', 'countries')}"),
        HeadFigure(
            "Member states reached",
            number(totals.member_states),
            f"of {len(states)} {'in view' if ask.filters.countries else 'in the Union'}",
            share=totals.member_states / max(len(states), 1),
        ),
        part_of("Country known", int(totals.known_country), signatures, "signatures"),
        HeadFigure("Institutions named", number(ask.institutions), "by those who signed"),
    ]
