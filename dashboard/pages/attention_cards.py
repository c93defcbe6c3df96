"""The figures of who reported first and where stories travelled."""

from dash.development.base_component import Component

from dashboard.analysis.top import top_and_others
from dashboard.answers.attention import echo_by_country, first_to_report
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.charts.ranked_bars import ranked_bars
from dashboard.choosing import choosable_countries
from dashboard.later import shape
from dashboard.stacked import stacked

_ECHO, _FIRST, _KINDS = "Where stories began", "Who reported first", "In which kinds of outlet"
_MOST_OUTLETS = 12
ATTENTION = [shape(_ECHO, 760), stacked(shape(_FIRST, 420), shape(_KINDS, 255))]  # pixels, of what usually comes


def attention_cards(ask: Ask) -> list[Component]:
    """Three cards, two of them beneath each other."""
    return [echo(ask), stacked(first(ask), by_outlet_type(ask))]


def echo(ask: Ask) -> Component:
    """Bars of the countries where stories were told; all stay in sight, whichever are chosen."""
    found = echo_by_country(ask.with_filters(countries=()))
    countries = choosable_countries(ask, found.rows)
    return card(
        ask,
        "echo-by-country",
        title=_ECHO,
        subtitle=f"{found.sentence} Stories told in a country; solid: those that began there. Choose a country to see "
        "it alone.",
        rows=countries,
        picture=lambda: graph(
            ranked_bars(countries, ask.palette, name="name", whole="stories", part="began"),
            "echo-by-country",
            found.sentence,
        ),
        empty="No story was told in this selection.",
        all_countries=True,
    )


def first(ask: Ask) -> Component:
    """Bars of the outlets that others followed."""
    found = first_to_report(ask)
    outlets = top_and_others(found.rows, "outlet", _MOST_OUTLETS)
    return card(
        ask,
        "first-to-report",
        title=_FIRST,
        subtitle=f"{found.sentence} Stories by the outlet of the first report; solid: picked up.",
        rows=found.rows,
        picture=lambda: graph(
            ranked_bars(outlets, ask.palette, name="outlet", whole="stories", part="picked_up"),
            "first-to-report",
            found.sentence,
        ),
        empty=found.sentence,
    )


def by_outlet_type(ask: Ask) -> Component:
    """Bars of the kinds of outlet."""
    kinds = ask("media_by_outlet_type")
    return card(
        ask,
        "media-by-outlet-type",
        title=_KINDS,
        subtitle="Mentions; solid: stories first reported there.",
        rows=kinds,
        picture=lambda: graph(
            ranked_bars(kinds, ask.palette, name="outlet_type", whole="mentions", part="stories"),
            "media-by-outlet-type",
            f"Most mentions: {kinds['outlet_type'].iloc[0]}",
        ),
    )
