"""Which member states does the campaign not reach yet?"""

from dash.development.base_component import Component

from dashboard.answers.answer import Answer
from dashboard.answers.under_reached import judged, under_reached_of
from dashboard.ask import Ask
from dashboard.cards import sentence
from dashboard.head_figures import HeadFigure, head_figures
from dashboard.later import later
from dashboard.pages.next_steps import KINDS, NEXT_STEPS
from dashboard.pages.parity_cards import AGAINST_SHARE, SPREAD, all_states, on_map
from dashboard.pages.tried_cards import INITIATIVE, TRIED
from dashboard.words import number

PATH = "/under-reached"
TITLE = "Under-reached"
_HOW_TO_ACT = {"tried": TRIED, "kinds": KINDS, "next-steps": NEXT_STEPS}


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked."""
    every_state = judged(ask)
    found, states = under_reached_of(ask, every_state), all_states(ask, every_state)
    return [
        sentence(found.sentence),
        head_figures(_heads(found), ask),
        on_map(ask, found, states, PATH),
        later("against-share", AGAINST_SHARE),
        later("spread", SPREAD),
        later("initiative", INITIATIVE),
        *(
            [later("tried", TRIED), later("kinds", KINDS), later("next-steps", NEXT_STEPS)]
            if ask.role.may_see("next-steps")
            else []
        ),
    ]


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
