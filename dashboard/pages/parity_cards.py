"""The figures of the page on member states that lag."""

from dataclasses import replace

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.funnel import funnel
from dashboard.answers.answer import Answer
from dashboard.answers.under_reached import SHARE_OF, in_sum, in_words, judged, under_reached_of
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.charts.funnel_by_country import funnel_by_country
from dashboard.charts.parity_by_country import parity_by_country
from dashboard.charts.parity_map import parity_map
from dashboard.choosing import choosable_countries
from dashboard.filters import Denominator
from dashboard.later import shape
from dashboard.switch import switch

_SWITCH: dict[Denominator, str] = {
    "population": "By population",
    "ep_seats": "By seats",
    "network_sites": "By network sites",
    "institutions": "By institutions",
}
_NO_REGISTRY = (
    " How many institutions of a kind a state has is not known: campaign-etl reference ror brings in the registry."
)
_RANKED = "Member states against their share"
AGAINST_SHARE = [shape(_RANKED, 740)]
SPREAD = [shape("Whether states differ by more than chance", 640, "wide")]
_NUMBERS = ["name", "observed", "expected", "ratio", "ratio_low", "ratio_high", "verdict", "missing_to_parity"]
_STEADIED = ["name", "shrunk", "shrunk_low", "shrunk_high", "verdict", "in_words"]


def all_states(ask: Ask, every_state: pd.DataFrame) -> pd.DataFrame:
    """Every member state, chosen or not, for pictures that keep all in sight; none where nothing was signed.

    every_state: judged. Each leads to the view in which it alone is chosen, or back.
    """
    states = every_state if every_state["observed"].sum() else every_state.head(0)
    return choosable_countries(ask, in_words(states).assign(is_member_state=True))


def on_map(ask: Ask, found: Answer, states: pd.DataFrame, path: str) -> Component:
    """The picture that proves the sentence. found: the answer under-reached. states: all. path: the page's own."""
    sizes = ask("member_states")
    known = {name: words for name, words in _SWITCH.items() if sizes[name].any()}
    denominators = [(words, replace(ask.filters, denominator=name)) for name, words in known.items()]
    return card(
        ask,
        "parity-map",
        question="under-reached",
        title="Where the campaign lags",
        subtitle=f"Member states against their {SHARE_OF[ask.filters.denominator]}, judged together. Choose a state to"
        f" read its verdict in words, again to see all.{'' if 'institutions' in known else _NO_REGISTRY}",
        rows=states,
        picture=lambda: graph(parity_map(states, ask.palette), "parity-map", found.sentence),
        tools=switch("What a state's share is measured by", denominators, ask.filters, path),
        defined_by="member_states",
        empty=_empty(ask),
        all_countries=True,
    )


def against_share(ask: Ask) -> list[Component]:
    """One card: the ranked list beside the map."""
    every_state = judged(ask)
    found, states = under_reached_of(ask, every_state), all_states(ask, every_state)
    return [
        card(
            ask,
            "parity-by-country",
            question="under-reached",
            title=_RANKED,
            subtitle=f"Signatures over what a state's {SHARE_OF[ask.filters.denominator]} would give, steadied by the"
            " other states where there are few; the line holds the true value in 95 %. Open: too little evidence.",
            rows=states[_STEADIED],
            picture=lambda: graph(parity_by_country(states, ask.palette), "parity-by-country", found.sentence),
            defined_by="member_states",
            empty=_empty(ask),
            all_countries=True,
        )
    ]


def spread_card(ask: Ask) -> list[Component]:
    """The funnel: whether the states differ by more than chance."""
    every_state = judged(ask)
    states, of_all = all_states(ask, every_state), in_sum(every_state)
    says = f"States differ {'by' if of_all['beyond_chance'] else 'no'} more than chance explains"
    return [
        card(
            ask,
            "funnel-by-country",
            question="under-reached",
            title=says,
            subtitle="Signatures over a state's share by the number that its share would give. Between the lines is"
            " what chance alone gives one state (95 %), between the dotted ones all of them.",
            rows=states[_NUMBERS],
            picture=lambda: graph(
                funnel_by_country(
                    states,
                    funnel(states["expected"], of_all["signatures_of_states"], of_all["states"]),
                    ask.palette,
                ),
                "funnel-by-country",
                says,
            ),
            defined_by="member_states",
            empty=_empty(ask),
            span="wide",
            all_countries=True,
        )
    ]


def _empty(ask: Ask) -> str:
    return ask.filters.nothing(ask.known, "signatures")
