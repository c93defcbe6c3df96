"""The figures of the page on momentum."""

from dataclasses import replace

import pandas as pd
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.analysis.pace import without_long_silence
from dashboard.analysis.periods import period_name, with_finished
from dashboard.answers.answer import Answer
from dashboard.answers.beside import beside
from dashboard.answers.milestones import milestones
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.catalogue import MEMBER_STATES, UNKNOWN
from dashboard.charts.campaigns_beside import campaigns_beside
from dashboard.charts.countries_over_time import countries_over_time
from dashboard.charts.cumulative_signatures import cumulative_signatures
from dashboard.charts.signatures_by_day import signatures_by_day
from dashboard.choosing import choosable_events
from dashboard.words import span

_FEWEST_CHOSEN, _MOST_CHOSEN = 2, 12  # countries that are chosen by name get a plot each
_LARGEST = 6


def daily(ask: Ask, found: Answer, events: pd.DataFrame) -> Component:
    """The picture that proves the sentence: signatures a day. found: the answer momentum."""
    days = _shown(found)
    inside = events[events["day"].between(days["day"].min(), days["day"].max())]
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


def so_far(ask: Ask, found: Answer, path: str) -> Component:
    """The total day by day, or beside another campaign on the same day since its launch. found: the answer momentum."""
    days, other = _shown(found), ask.known.campaign(ask.filters.beside or "")
    if not other:
        return card(
            ask,
            "signatures-by-day",
            title="All signatures so far",
            subtitle="Signatures from the first day shown",
            rows=days[["day", "signatures", "cumulative"]],
            picture=lambda: graph(
                cumulative_signatures(days, ask.campaign.goal, ask.palette), "cumulative-signatures", found.sentence
            ),
            tools=_choice(ask, path),
            empty=_empty(ask),
        )
    compared = beside(ask)
    return card(
        ask,
        "beside",
        title=compared.sentence,
        subtitle="Signatures so far by day since the launch; grey: the other campaign. Chosen days do not apply.",
        rows=compared.rows,
        picture=lambda: graph(campaigns_beside(compared.rows, other.title, ask.palette), "beside", compared.sentence),
        tools=_choice(ask, path),
        defined_by="signatures_by_day",
        empty=compared.sentence,
    )


def passed(ask: Ask) -> Component:
    """The milestones."""
    found = milestones(ask)
    return card(
        ask,
        "milestones",
        title="Milestones",
        subtitle=found.sentence,
        rows=found.rows.dropna(axis=1, how="all") if found.summary["passed"] else found.rows.head(0),
        defined_by="signatures_by_day",
        empty="No milestone is passed in this selection yet.",
    )


def by_country(ask: Ask) -> Component:
    """A small plot each: the countries chosen by name where they are few, else the largest."""
    named = [code for code in ask.filters.countries if code != MEMBER_STATES]
    few = _FEWEST_CHOSEN <= len(named) <= _MOST_CHOSEN and len(named) == len(ask.filters.countries)
    alone = len(ask.filters.countries) == 1 and bool(named)
    rows = ask("countries_over_time", countries=()) if alone else ask("countries_over_time")
    known = rows.loc[rows["iso2"] != UNKNOWN, "iso2"].unique()
    shown = with_finished(
        rows[rows["iso2"].isin(named if few else known[:_LARGEST])].reset_index(drop=True), ask.last_finished_day
    )
    return card(
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
        empty=_empty(ask),
        span="wide",
        all_countries=alone,
    )


def _choice(ask: Ask, path: str) -> Component | None:
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
                [
                    html.Li(dcc.Link(title, href=path + replace(ask.filters, beside=ident).to_address()))
                    for title, ident in links
                ]
            ),
        ],
        className="choice",
        key=ask.filters.to_address(),
    )


def _days(periods: pd.DataFrame) -> str:
    return f", {span(periods['period_from'].min().date(), periods['period_to'].max().date())}" if len(periods) else ""


def _shown(found: Answer) -> pd.DataFrame:
    return without_long_silence(found.rows) if found.summary["signatures"] else found.rows.head(0)


def _empty(ask: Ask) -> str:
    return ask.filters.nothing(ask.known, "signatures")
