"""The figures of the page on media."""

from dataclasses import replace

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.periods import period_name
from dashboard.analysis.top import top_and_others
from dashboard.answers.answer import Answer
from dashboard.answers.media import media_by_language
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.charts.counted_over_time import counted_over_time
from dashboard.charts.ranked_bars import ranked_bars
from dashboard.choosing import choosable_countries
from dashboard.later import TABLE_HEIGHT, shape
from dashboard.stacked import stacked
from dashboard.story_list import MOST_STORIES, story_list
from dashboard.words import count_of, listed

_BARS = "Mentions; solid: stories first reported there"
_MOST_OUTLETS = 15
_MOST_LANGUAGES = 12
_MOST_NAMED = 8
_COUNTRIES, _LANGUAGES, _OUTLETS = "Which countries have a mention", "In which languages", "In which outlets"
MENTIONED = [shape(_COUNTRIES, 860), stacked(shape(_LANGUAGES, 285), shape(_OUTLETS, 490))]  # pixels, of what comes
_STORIES = "Stories"
STORIES = [shape(_STORIES, TABLE_HEIGHT, "wide")]


def over_time(ask: Ask, found: Answer, time: pd.DataFrame) -> Component:
    """The picture that proves the sentence. found: the answer media. time: media_over_time."""
    return card(
        ask,
        "media-over-time",
        title="Mentions over time",
        subtitle=f"Mentions a {period_name(time)}; solid: stories first reported then; open: not over yet."
        + _seen(found)
        + _apart(ask),
        rows=time,
        picture=lambda: graph(
            counted_over_time(time, ask.palette, whole="mentions", part="stories"), "media-over-time", found.sentence
        ),
        empty=found.sentence,
        span="wide",
    )


def mentioned_cards(ask: Ask) -> list[Component]:
    """Three cards: where, in which languages and in which outlets."""
    return [_by_country(ask), stacked(_by_language(ask), _by_outlet(ask))]


def _by_country(ask: Ask) -> Component:
    """Bars of the countries with a mention, whichever are chosen."""
    countries = choosable_countries(ask, ask("media_by_country", countries=()))
    mentioned = countries[countries["mentions"] > 0]
    return card(
        ask,
        "media-by-country",
        title=_silent_states(countries),
        subtitle=f"{_BARS}. Choose a country to see it alone.{_named(countries)}{_apart(ask)}",
        rows=mentioned,
        picture=lambda: _bars(ask, mentioned, "media-by-country", "name"),
        all_countries=True,
    )


def _by_language(ask: Ask) -> Component:
    """Bars of the languages."""
    languages = media_by_language(ask).rows
    most_spoken = top_and_others(languages, "language_name", _MOST_LANGUAGES)
    return card(
        ask,
        "media-by-language",
        title=_LANGUAGES,
        subtitle=f"{_BARS}.{_apart(ask)}",
        rows=languages,
        picture=lambda: _bars(ask, most_spoken, "media-by-language", "language_name"),
    )


def _by_outlet(ask: Ask) -> Component:
    """Bars of the outlets."""
    rows = ask("media_by_outlet")
    outlets = top_and_others(rows, "outlet", _MOST_OUTLETS)
    return card(
        ask,
        "media",
        title=_OUTLETS,
        subtitle=f"{_BARS}.{_apart(ask)}",
        rows=rows,
        picture=lambda: _bars(ask, outlets, "media-by-outlet", "outlet"),
        defined_by="media_by_outlet",
    )


def story_card(ask: Ask) -> list[Component]:
    """One card: the articles, as links."""
    rows = replace(ask, most=MOST_STORIES)("media_stories")
    listed_there = int(ask.records("stories_listed")[0]["stories"])
    return [
        card(
            ask,
            "media-stories",
            title=_STORIES,
            subtitle="By the day of the first report, the latest first; counts are of the whole campaign."
            + (" Told in a chosen country, wherever they began." if ask.filters.countries else "")
            + _apart(ask),
            rows=rows,
            picture=lambda: story_list(rows, listed_there),
            empty="No story of this selection was first reported on these days.",
            span="wide",
        )
    ]


def _seen(found: Answer) -> str:
    undated = found.summary["day_seen"]
    if not undated:
        return ""
    without = count_of(undated, "mention has no usable date", "mentions have no usable date")
    return f" {without}: the day of being seen counts."


def _apart(ask: Ask) -> str:
    return " Kinds of institution do not apply." if ask.filters.institution_types else ""


def _silent_states(countries: pd.DataFrame) -> str:
    states = countries[countries["is_member_state"]]
    silent = int((states["mentions"] == 0).sum())
    if not silent:
        return f"All {len(states)} member states have a mention"
    return f"No mention in {silent} of {len(states)} member states"


def _named(countries: pd.DataFrame) -> str:
    """'Without a mention: Bulgaria, Cyprus and 2 more.'; empty where each has one."""
    silent = countries.loc[countries["is_member_state"] & (countries["mentions"] == 0), "name"].tolist()
    more = [f"{len(silent) - _MOST_NAMED} more"] if len(silent) > _MOST_NAMED else []
    return f" Without a mention: {listed(silent[:_MOST_NAMED] + more)}." if silent else ""


def _bars(ask: Ask, rows: pd.DataFrame, ident: str, name: str) -> Component:
    figure = ranked_bars(rows, ask.palette, name=name, whole="mentions", part="stories")
    first = rows.iloc[0]
    return graph(figure, ident, f"Most mentions: {first[name]}, {count_of(int(first['mentions']), 'mention')}")
