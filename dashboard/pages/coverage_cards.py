"""The figures that hold what was written against who signed."""

import pandas as pd
from dash.development.base_component import Component

from dashboard.answers.coverage import coverage_corners_in_view, coverage_in_view, member_state_coverage
from dashboard.answers.under_reached import SHARE_OF
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.charts.coverage_map import coverage_map
from dashboard.choosing import choosable_countries
from dashboard.later import TABLE_HEIGHT, shape

_GAP_MAP = "Where press and signatures part"
_CORNERS = "What each corner usually calls for"
_HEIGHT = 760  # pixels, of the figure and what stands around it
COVERAGE = [shape(_GAP_MAP, _HEIGHT, "wide"), shape(_CORNERS, TABLE_HEIGHT, "wide")]


def coverage_cards(ask: Ask) -> list[Component]:
    """Two cards."""
    states = member_state_coverage(ask)
    return [gap_map(ask, states), corners(ask, states)]


def gap_map(ask: Ask, states: pd.DataFrame) -> Component:
    """Member states in four corners; all stay in sight, whichever are chosen. states: member_state_coverage."""
    found = coverage_in_view(ask.with_filters(countries=()), states)
    states = choosable_countries(ask, found.rows.assign(is_member_state=True))
    return card(
        ask,
        "coverage",
        title=_GAP_MAP,
        subtitle=f"{found.sentence} Stories told there over a state's share of the population, signatures over its "
        f"{SHARE_OF[ask.filters.denominator]}, steadied by the other states; lines hold the true values in 95 %. Open: "
        "too little evidence. Choose a state to see it alone.",
        rows=states,
        picture=lambda: graph(coverage_map(states, ask.palette), "coverage-map", found.sentence),
        defined_by="member_state_coverage",
        empty=found.sentence,
        span="wide",
        all_countries=True,
    )


def corners(ask: Ask, states: pd.DataFrame) -> Component:
    """What each corner usually calls for. states: member_state_coverage."""
    found = coverage_corners_in_view(ask, states)
    return card(
        ask,
        "coverage-corners",
        title=_CORNERS,
        subtitle="Member states at or above their share beyond a handful, or below it beyond chance, on each side",
        rows=found.rows,
        defined_by="member_state_coverage",
        empty=found.sentence,
        span="wide",
    )
