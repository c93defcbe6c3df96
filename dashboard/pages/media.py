"""Who wrote about the campaign, where and in which languages?"""

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.periods import period_name, with_finished
from dashboard.analysis.top import top_and_others
from dashboard.answers.answer import Answer
from dashboard.answers.media import media, media_by_language
from dashboard.answers.two_weeks import TwoWeeks
from dashboard.ask import Ask
from dashboard.cards import card, graph, sentence
from dashboard.charts.counted_over_time import counted_over_time
from dashboard.charts.ranked_bars import ranked_bars
from dashboard.choosing import choosable_countries
from dashboard.head_figures import HeadFigure, head_figures
from dashboard.stacked import stacked
from dashboard.story_list import story_list
from dashboard.words import count_of, listed, number, rounded

PATH = "/media"
TITLE = "Media"
_BARS = "Mentions; solid: stories first reported there"
_MOST_OUTLETS = 15
_MOST_LANGUAGES = 12
_MOST_NAMED = 8


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked. The figure in which a country is chosen keeps all countries in sight."""
    found, languages, stories = media(ask), media_by_language(ask), ask("media_stories")
    time = with_finished(ask("media_over_time"), ask.last_finished_day)
    countries = choosable_countries(ask, ask("media_by_country", countries=()))
    mentioned = countries[countries["mentions"] > 0]
    outlets = top_and_others(found.rows, "outlet", _MOST_OUTLETS)
    most_spoken = top_and_others(languages.rows, "language_name", _MOST_LANGUAGES)
    apart = " Kinds of institution do not apply." if ask.filters.institution_types else ""
    return [
        sentence(found.sentence),
        head_figures(_heads(ask, found, time, countries), ask),
        card(
            ask,
            "media-over-time",
            title="Mentions over time",
            subtitle=f"Mentions a {period_name(time)}; solid: stories first reported then; open: not over yet.{apart}",
            rows=time,
            picture=lambda: graph(
                counted_over_time(time, ask.palette, whole="mentions", part="stories"),
                "media-over-time",
                found.sentence,
            ),
            empty=found.sentence,
            span="wide",
        ),
        card(
            ask,
            "media-by-country",
            title=_silent_states(countries),
            subtitle=f"{_BARS}. Choose a country to see it alone.{_named(countries)}{apart}",
            rows=mentioned,
            picture=lambda: _bars(ask, mentioned, "media-by-country", "name"),
            all_countries=True,
        ),
        stacked(
            card(
                ask,
                "media-by-language",
                title="In which languages",
                subtitle=f"{_BARS}.{apart}",
                rows=languages.rows,
                picture=lambda: _bars(ask, most_spoken, "media-by-language", "language_name"),
            ),
            card(
                ask,
                "media",
                title="In which outlets",
                subtitle=f"{_BARS}.{apart}",
                rows=found.rows,
                picture=lambda: _bars(ask, outlets, "media-by-outlet", "outlet"),
                defined_by="media_by_outlet",
            ),
        ),
        card(
            ask,
            "media-stories",
            title="Stories",
            subtitle="By the day of the first report, the latest first; counts are of the whole campaign."
            + (" Chosen countries do not apply." if ask.filters.countries else "")
            + apart,
            rows=stories,
            picture=lambda: story_list(stories),
            empty="No story was first reported on these days.",
            span="wide",
        ),
    ]


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


def _heads(ask: Ask, found: Answer, time: pd.DataFrame, countries: pd.DataFrame) -> list[HeadFigure]:
    summary = found.summary
    mentions, stories = summary["mentions"], summary["stories"]
    states = countries[countries["is_member_state"] & countries["chosen"]]
    reached = int((states["mentions"] > 0).sum())
    in_view = "in view" if ask.filters.countries else "in the Union"
    return [
        HeadFigure(
            "Mentions",
            number(mentions),
            TwoWeeks(summary["last_7_days"], summary["previous_7_days"]).in_words,
            line=time.loc[time["finished"], "mentions"].tolist(),
        ),
        HeadFigure(
            "Stories",
            number(stories),
            f"{rounded(mentions / stories)} {'mention' if mentions == stories else 'mentions'} for each"
            if stories
            else "none first reported here",
        ),
        HeadFigure(
            "Member states with a mention",
            number(reached),
            f"of {len(states)} {in_view}",
            share=reached / max(len(states), 1),
        ),
        HeadFigure(
            "Outlets",
            number(summary["outlets"]),
            f"the largest has {number(found.rows['mentions'].iloc[0])} of {count_of(mentions, 'mention')}"
            if mentions
            else "none in this selection",
        ),
    ]
