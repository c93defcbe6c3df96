"""Which countries and kinds of institution does the campaign reach?"""

from dataclasses import replace

import pandas as pd
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.analysis.cross_table import CrossTable, cross_table
from dashboard.analysis.reach import with_intervals
from dashboard.answers.reach import reach
from dashboard.aria import aria
from dashboard.ask import Ask
from dashboard.cards import card, graph, sentence
from dashboard.catalogue import MEMBER_STATES
from dashboard.charts.measures import MEASURES
from dashboard.charts.reach_by_country import reach_by_country
from dashboard.charts.reach_by_country_and_type import reach_by_country_and_type
from dashboard.charts.reach_map import reach_map
from dashboard.head_figures import HeadFigure, head_figures, part_of
from dashboard.pages.one_country import one_country
from dashboard.words import count_of, number

PATH = "/reach"
TITLE = "Reach"
_RANKING = ["name", "signatures", "share", "per_million", "per_million_low", "per_million_high", "population"]


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked. The figures in which a country is chosen keep all countries in sight."""
    found = reach(ask)
    measure = ask.filters.measure
    words = MEASURES[measure].label
    europe = _choosable(ask, with_intervals(ask("reach_by_country", countries=())))
    states = europe[europe["is_member_state"] & bool(europe["signatures"].any())]
    cells, named = ask("reach_by_country_and_type"), ask("institutions_named")
    empty = ask.filters.nothing(ask.known, "signatures")
    return [
        sentence(found.sentence),
        head_figures(_heads(ask, found.rows[found.rows["is_member_state"]]), ask),
        card(
            ask,
            "reach-map",
            question="reach",
            title="Where signatures come from",
            subtitle=f"Signatures, {words}. Choose a country to see it alone, again to see all.",
            rows=states,
            picture=lambda: graph(reach_map(europe, measure, ask.palette), "reach-map", found.sentence),
            tools=_switch(ask),
            defined_by="reach_by_country",
            empty=empty,
            all_countries=True,
        ),
        card(
            ask,
            "reach-by-country",
            question="reach",
            title="The member states in order",
            subtitle=f"Signatures, {words}; the line is what chance alone could make of it (95 %)",
            rows=states,
            picture=lambda: graph(reach_by_country(states, measure, ask.palette), "reach-by-country", found.sentence),
            defined_by="reach_by_country",
            empty=empty,
            all_countries=True,
        ),
        card(
            ask,
            "reach-by-country-and-type",
            title="Which kinds of institution, in which countries",
            subtitle="Signatures; an empty cell never had one. Choose a cell to see its country and kind alone.",
            rows=cells,
            picture=lambda: _heat_map(ask, cross_table(cells)),
            empty=empty,
            span="wide scrolls",
        ),
        card(
            ask,
            "countries",
            question="reach",
            title="The chosen countries" if ask.filters.countries else "All countries",
            subtitle="Signatures, share of all, and per million inhabitants of member states with its 95 % interval",
            rows=found.rows[["iso2", *_RANKING]] if found.summary["signatures"] else found.rows.head(0),
            defined_by="reach_by_country",
            empty=empty,
            span="wide",
        ),
        card(
            ask,
            "institutions",
            title="Institutions",
            subtitle="Signatures whose affiliation names the institution",
            rows=named[named["institutions"] > 0],
            table_later=True,
            empty="No signature in this selection names an institution.",
            span="wide",
        ),
        *_networks(ask),
        *one_country(ask),
    ]


def _networks(ask: Ask) -> list[Component]:
    """How many sites of the networks have a signer, and which have none; nothing where no network is looked at."""
    networks = ask("networks")
    if not len(networks):
        return []
    return [
        card(
            ask,
            "networks",
            title="Networks, by their sites",
            subtitle="Sites with at least one signature, their share, and signatures; networks overlap",
            rows=networks,
        ),
        card(
            ask,
            "network-sites",
            title="Sites of networks without a signature",
            subtitle="Sites by country, member states first",
            rows=ask("network_sites"),
            span="wide",
        ),
    ]


def _choosable(ask: Ask, countries: pd.DataFrame) -> pd.DataFrame:
    """Add link (the address that chooses the country, or takes it off), outlined (chosen by name), chosen (in view)."""
    named = countries["iso2"].isin(ask.filters.countries)
    group = countries["is_member_state"] & (MEMBER_STATES in ask.filters.countries)
    return countries.assign(
        link=[ask.filters.toggled(country=code).to_address() for code in countries["iso2"]],
        outlined=named,
        chosen=named | group | (not ask.filters.countries),
    )


def _heat_map(ask: Ask, table: CrossTable) -> Component:
    links = [
        [ask.filters.toggled(country=code, institution_type=kind).to_address() for kind in table.cells.columns]
        for code in table.cells.index
    ]
    says = f"Signatures of {len(table.row_names)} countries by {len(table.column_names)} kinds of institution"
    return graph(reach_by_country_and_type(table, links, ask.palette), "reach-by-country-and-type", says)


def _switch(ask: Ask) -> Component:
    """Links, since the address is the state."""
    return html.Nav(
        [
            dcc.Link(
                words.switch,
                href=PATH + replace(ask.filters, measure=measure).to_address(),
                className="chosen" if measure == ask.filters.measure else "",
            )
            for measure, words in MEASURES.items()
        ],
        className="switch",
        **aria(label="How reach is measured"),
    )


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
