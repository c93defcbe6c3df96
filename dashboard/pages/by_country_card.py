"""How countries compare over time, on the page on momentum."""

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.periods import period_name, with_finished
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.catalogue import MEMBER_STATES, UNKNOWN
from dashboard.charts.countries_over_time import countries_over_time
from dashboard.later import shape
from dashboard.words import span

_FEWEST_CHOSEN, _MOST_CHOSEN = 2, 12  # countries that are chosen by name get a plot each
_LARGEST = 6
BY_COUNTRY = [shape("By country", 540, "wide")]


def by_country_card(ask: Ask) -> list[Component]:
    """One card, a small plot each: the countries chosen by name where they are few, else the largest."""
    named = [code for code in ask.filters.countries if code != MEMBER_STATES]
    few = _FEWEST_CHOSEN <= len(named) <= _MOST_CHOSEN and len(named) == len(ask.filters.countries)
    alone = len(ask.filters.countries) == 1 and bool(named)
    rows = ask("countries_over_time", countries=()) if alone else ask("countries_over_time")
    known = rows.loc[rows["iso2"] != UNKNOWN, "iso2"].unique()
    shown = with_finished(
        rows[rows["iso2"].isin(named if few else known[:_LARGEST])].reset_index(drop=True), ask.last_finished_day
    )
    return [
        card(
            ask,
            "countries-over-time",
            title="The chosen countries" if few else "The countries with the most signatures",
            subtitle=f"Signatures a {period_name(shown)}{_days(shown)}, all on the same scale; open: not over yet",
            rows=shown,
            picture=lambda: graph(
                countries_over_time(shown, ask.palette),
                "countries-over-time",
                f"Signatures a {period_name(shown)} by country",
            ),
            empty=ask.filters.nothing(ask.known, "signatures"),
            span="wide",
            all_countries=alone,
        )
    ]


def _days(periods: pd.DataFrame) -> str:
    return f", {span(periods['period_from'].min().date(), periods['period_to'].max().date())}" if len(periods) else ""
