"""The figures of the page on outreach."""

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.periods import period_name
from dashboard.answers.answer import Answer
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.charts.counted_over_time import counted_over_time
from dashboard.charts.outreach_by_stage import outreach_by_stage
from dashboard.charts.ranked_bars import ranked_bars
from dashboard.choosing import choosable_countries, choosable_types
from dashboard.later import shape
from dashboard.stacked import stacked
from dashboard.words import count_of

_COUNTRIES, _KINDS = "Which countries were contacted", "Which kinds of institution were contacted"
CONTACTED = [shape(title, 840) for title in (_COUNTRIES, _KINDS)]
_BARS = "Log entries; solid: those that say replied"


def by_stage(ask: Ask, found: Answer) -> Component:
    """The picture that proves the sentence. found: the answer outreach."""
    return card(
        ask,
        "outreach",
        title="What the contact log says",
        subtitle="Log entries by stage; a contact may have several. Grey: targets, listed but not contacted.",
        rows=found.rows,
        picture=lambda: graph(outreach_by_stage(found.rows, ask.palette), "outreach-by-stage", found.sentence),
        defined_by="outreach_by_stage",
        empty=found.sentence,
        span="wide",
    )


def contacted_cards(ask: Ask) -> list[Component]:
    """Three cards: where, which kinds, and how."""
    return [_by_country(ask), stacked(_by_type(ask), _by_channel(ask))]


def _by_country(ask: Ask) -> Component:
    """Bars of all countries, whichever are chosen."""
    countries = _tried(choosable_countries(ask, ask("outreach_by_country", countries=())))
    return card(
        ask,
        "outreach-by-country",
        title=_untried_states(countries),
        subtitle=f"{_BARS}; line: targets. Choose a country to see it alone.",
        rows=countries,
        picture=lambda: _bars(ask, countries, "outreach-by-country", "name", mark="targets"),
        all_countries=True,
    )


def _by_type(ask: Ask) -> Component:
    """Bars of the kinds of institution."""
    kinds = _tried(choosable_types(ask, ask("outreach_by_type")))
    return card(
        ask,
        "outreach-by-type",
        title=_KINDS,
        subtitle=f"{_BARS}; line: targets. Choose a kind to see it alone.",
        rows=kinds,
        picture=lambda: _bars(ask, kinds, "outreach-by-type", "label", mark="targets"),
    )


def _by_channel(ask: Ask) -> Component:
    """Bars of the channels."""
    channels = ask("outreach_by_channel").assign(channel=lambda rows: rows["channel"].str.capitalize())
    return card(
        ask,
        "outreach-by-channel",
        title="How they were contacted",
        subtitle=_BARS,
        rows=channels,
        picture=lambda: _bars(ask, channels, "outreach-by-channel", "channel"),
    )


def over_time(ask: Ask, found: Answer, time: pd.DataFrame) -> Component:
    """Contacts of days or weeks, signatures beneath them. found: the answer outreach. time: outreach_over_time."""
    return card(
        ask,
        "outreach-over-time",
        title="When contacts were made, and what came in",
        subtitle=f"Log entries a {period_name(time)}; solid: those that say replied; open: not over yet",
        rows=time if found.summary["contacts"] else time.head(0),
        picture=lambda: graph(
            counted_over_time(time, ask.palette, whole="contacts", part="replied", context="signatures"),
            "outreach-over-time",
            found.sentence,
        ),
        span="wide",
    )


def _tried(rows: pd.DataFrame) -> pd.DataFrame:
    """No row where nobody was listed or contacted anywhere: that is said in words."""
    return rows if rows[["contacts", "targets"]].any(axis=None) else rows.head(0)


def _untried_states(countries: pd.DataFrame) -> str:
    states = countries[countries["is_member_state"]]
    untried = int((states["contacts"] == 0).sum())
    if not len(states):
        return _COUNTRIES
    if not untried:
        return f"All {len(states)} member states were contacted"
    return f"Nothing was tried in {untried} of {len(states)} member states"


def _bars(ask: Ask, rows: pd.DataFrame, ident: str, name: str, mark: str = "") -> Component:
    figure = ranked_bars(rows, ask.palette, name=name, whole="contacts", part="replied", mark=mark)
    first = rows.iloc[0]
    return graph(figure, ident, f"Most entries: {first[name]}, {count_of(int(first['contacts']), 'entry', 'entries')}")
