"""The figures of the page on reach."""

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.cross_table import CrossTable, cross_table
from dashboard.analysis.reach import whole, with_intervals
from dashboard.answers.answer import Answer
from dashboard.answers.reach import by_country
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.charts.measures import MEASURES
from dashboard.charts.reach_by_country import reach_by_country
from dashboard.charts.reach_by_country_and_type import reach_by_country_and_type
from dashboard.charts.reach_map import reach_map
from dashboard.later import TABLE_HEIGHT, shape
from dashboard.pages.reach_switches import counted_by, reach_switches

_BY_KIND = "Which kinds of institution, in which countries"
BY_KIND = [shape(_BY_KIND, 995, "wide")]
RANKING = [shape("Countries", TABLE_HEIGHT, "wide")]
_RANKING = ["name", "signatures", "share", "per_million", "per_million_low", "per_million_high", "population"]


def on_map(ask: Ask, found: Answer, europe: pd.DataFrame, states: pd.DataFrame, path: str) -> Component:
    """The picture that proves the sentence. found: the answer reach. europe: all countries, choosable, with intervals.

    states: the member states among them. path: the page's own.
    """
    measure = ask.filters.measure
    return card(
        ask,
        "reach-map",
        question="reach",
        title="Where signatures come from",
        subtitle=f"Signatures, {MEASURES[measure].label}. Choose a country to see it alone, again to see all.",
        rows=states,
        picture=lambda: graph(reach_map(europe, measure, ask.palette), "reach-map", found.sentence),
        tools=reach_switches(ask.filters, path),
        defined_by="reach_by_country",
        empty=_empty(ask),
        all_countries=True,
    )


def in_order(ask: Ask, found: Answer, states: pd.DataFrame) -> Component:
    """The member states beside the map. found: the answer reach. states: as of the map."""
    measure = ask.filters.measure
    return card(
        ask,
        "reach-by-country",
        question="reach",
        title="The member states in order",
        subtitle=f"Signatures, {MEASURES[measure].label}; the line is what chance alone could make of it (95 %)",
        rows=states,
        picture=lambda: graph(reach_by_country(states, measure, ask.palette), "reach-by-country", found.sentence),
        defined_by="reach_by_country",
        empty=_empty(ask),
        all_countries=True,
    )


def by_country_and_type(ask: Ask) -> list[Component]:
    """One card: the heat map."""
    cells = whole(ask("reach_by_country_and_type"))
    return [
        card(
            ask,
            "reach-by-country-and-type",
            title=_BY_KIND,
            subtitle=f"Signatures, {counted_by(ask.filters)}; an empty cell never had one."
            " Choose a cell to see its country and kind alone.",
            rows=cells,
            picture=lambda: _heat_map(ask, cross_table(cells)),
            empty=_empty(ask),
            span="wide scrolls",
        )
    ]


def ranking(ask: Ask) -> list[Component]:
    """One card: the table of countries."""
    rows = with_intervals(by_country(ask))
    return [
        card(
            ask,
            "countries",
            question="reach",
            title="The chosen countries" if ask.filters.countries else "All countries",
            subtitle="Signatures, share of all, and per million inhabitants of member states with its 95 % interval",
            rows=rows[["iso2", *_RANKING]] if rows["signatures"].any() else rows.head(0),
            defined_by="reach_by_country",
            empty=_empty(ask),
            span="wide",
        )
    ]


def member_states(europe: pd.DataFrame) -> pd.DataFrame:
    """No row where nothing was signed anywhere: that is said in words."""
    return europe[europe["is_member_state"]] if europe["signatures"].any() else europe.head(0)


def _heat_map(ask: Ask, table: CrossTable) -> Component:
    links = [
        [ask.filters.toggled(country=code, institution_type=kind).to_address() for kind in table.cells.columns]
        for code in table.cells.index
    ]
    says = f"Signatures of {len(table.row_names)} countries by {len(table.column_names)} kinds of institution"
    return graph(reach_by_country_and_type(table, links, ask.palette), "reach-by-country-and-type", says)


def _empty(ask: Ask) -> str:
    return ask.filters.nothing(ask.known, "signatures")
