"""Which member states does the campaign not reach yet?"""

from dataclasses import replace

import pandas as pd
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.analysis.funnel import funnel
from dashboard.answers.answer import Answer
from dashboard.answers.initiative import initiative
from dashboard.answers.under_reached import SHARE_OF, under_reached
from dashboard.aria import aria
from dashboard.ask import Ask
from dashboard.cards import card, graph, sentence
from dashboard.charts.funnel_by_country import funnel_by_country
from dashboard.charts.parity_by_country import parity_by_country
from dashboard.filters import Denominator
from dashboard.head_figures import HeadFigure, head_figures
from dashboard.later import later
from dashboard.pages.next_steps import GAP_PLAN, KINDS, NEXT_CONTACTS
from dashboard.words import number

PATH = "/under-reached"
TITLE = "Under-reached"
_SWITCH: dict[Denominator, str] = {
    "population": "By population",
    "ep_seats": "By seats",
    "network_sites": "By network sites",
}
_NUMBERS = ["name", "observed", "expected", "ratio", "ratio_low", "ratio_high", "verdict", "missing_to_parity"]
_STEADIED = ["name", "shrunk", "shrunk_low", "shrunk_high", "verdict", "in_words"]
_TRIED = ["name", "missing_to_parity", "missing_kinds", "last_contact_on", "last_mention_on"]


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked."""
    found, meter = under_reached(ask), initiative(ask)
    states = found.rows if found.summary["signatures"] else found.rows.head(0)
    behind = states[states["missing_to_parity"] > 0]
    empty = ask.filters.nothing(ask.known, "signatures")
    return [
        sentence(found.sentence),
        head_figures(_heads(found), ask),
        card(
            ask,
            "parity-by-country",
            question="under-reached",
            title="Member states against their share",
            subtitle=f"Signatures over what a state's {SHARE_OF[ask.filters.denominator]} would give, steadied by the"
            " other states where there are few; the line holds the true value in 95 %. Open: too little evidence.",
            rows=states[_STEADIED],
            picture=lambda: graph(
                parity_by_country(_choosable(ask, states), ask.palette), "parity-by-country", found.sentence
            ),
            tools=_switch(ask),
            defined_by="member_states",
            empty=empty,
        ),
        card(
            ask,
            "funnel-by-country",
            question="under-reached",
            title=_spread(found),
            subtitle="Signatures over a state's share by the number that its share would give. Between the lines is"
            " what chance alone gives one state (95 %), between the dotted ones all of them.",
            rows=states[_NUMBERS],
            picture=lambda: graph(
                funnel_by_country(_choosable(ask, states), _funnel(found), ask.palette),
                "funnel-by-country",
                _spread(found),
            ),
            defined_by="member_states",
            empty=empty,
        ),
        card(
            ask,
            "initiative",
            title="If it were a citizens' initiative",
            subtitle=f"{meter.sentence} A state's threshold is its seats in the Parliament times all seats, on the day"
            " of the launch.",
            rows=meter.rows if found.summary["signatures"] else meter.rows.head(0),
            defined_by="member_states",
            empty=meter.sentence if found.summary["signatures"] else empty,
            span="wide",
        ),
        card(
            ask,
            "state-attention",
            question="under-reached",
            title="What is missing, and what was tried",
            subtitle="Member states below their share, the lowest first: signatures missing to it, kinds of institution"
            " without a signature there, latest contact and article",
            rows=behind[_TRIED],
            defined_by="state_attention",
            empty=empty if not len(states) else "No member state in this selection is below its share.",
            span="wide",
        ),
        later("next-steps", [KINDS, GAP_PLAN, NEXT_CONTACTS], span="wide"),
    ]


def _choosable(ask: Ask, states: pd.DataFrame) -> pd.DataFrame:
    return states.assign(link=[ask.filters.toggled(country=code).to_address() for code in states["iso2"]])


def _funnel(found: Answer) -> pd.DataFrame:
    return funnel(found.rows["expected"], found.summary["signatures_of_states"], found.summary["states"])


def _spread(found: Answer) -> str:
    if found.summary["beyond_chance"]:
        return "States differ by more than chance explains"
    return "States differ no more than chance explains"


def _switch(ask: Ask) -> Component:
    """Links to what is known of the states, since the address is the state."""
    states = ask("member_states", countries=())
    return html.Nav(
        [
            dcc.Link(
                words,
                href=PATH + replace(ask.filters, denominator=denominator).to_address(),
                className="chosen" if denominator == ask.filters.denominator else "",
            )
            for denominator, words in _SWITCH.items()
            if states[denominator].any()
        ],
        className="switch",
        **aria(label="What a state's share is measured by"),
    )


def _heads(found: Answer) -> list[HeadFigure]:
    of_states = f"of {len(found.rows)} member states"
    return [
        HeadFigure("Below their share", number(found.summary["under"]), f"{of_states}, beyond chance"),
        HeadFigure("Above their share", number(found.summary["over"]), f"{of_states}, beyond chance"),
        HeadFigure("Too little evidence", number(found.summary["too_little_evidence"]), f"{of_states}; no verdict yet"),
        HeadFigure(
            "Missing to parity",
            number(found.summary["missing_to_parity"]),
            f"signatures in the states below; {number(found.summary['signatures'])} came from all",
        ),
    ]
