"""The cards on the page on member states that lag which leave its pictures behind: thresholds, and what was tried."""

from dash.development.base_component import Component

from dashboard.answers.initiative import initiative
from dashboard.answers.under_reached import under_reached
from dashboard.ask import Ask
from dashboard.cards import card
from dashboard.later import TABLE_HEIGHT, shape

_INITIATIVE = "If it were a citizens' initiative"
_TRIED = "What is missing, and what was tried"
INITIATIVE, TRIED = ([shape(title, TABLE_HEIGHT, "wide")] for title in (_INITIATIVE, _TRIED))
_COLUMNS = ["name", "missing_to_parity", "missing_kinds", "last_contact_on", "last_mention_on"]


def initiative_card(ask: Ask) -> list[Component]:
    """One card: the thresholds of a European citizens' initiative."""
    meter = initiative(ask)
    any_signed = bool(meter.summary and meter.summary["signatures"])
    return [
        card(
            ask,
            "initiative",
            title=_INITIATIVE,
            subtitle=f"{meter.sentence} A state's threshold is its seats in the Parliament times all seats, on the day"
            " of the launch.",
            rows=meter.rows if any_signed else meter.rows.head(0),
            defined_by="member_states",
            empty=meter.sentence if any_signed else _empty(ask),
            span="wide",
        )
    ]


def tried_card(ask: Ask) -> list[Component]:
    """One card: the table of states below their share."""
    found = under_reached(ask)
    any_signed = bool(found.summary["signatures"])
    return [
        card(
            ask,
            "state-attention",
            question="under-reached",
            title=_TRIED,
            subtitle="Member states below their share, the lowest first: signatures missing to it, kinds of institution"
            " without a signature there, latest contact and article",
            rows=found.rows.loc[(found.rows["missing_to_parity"] > 0) & any_signed, _COLUMNS],
            defined_by="state_attention",
            empty="No member state in this selection is below its share." if any_signed else _empty(ask),
            span="wide",
        )
    ]


def _empty(ask: Ask) -> str:
    return ask.filters.nothing(ask.known, "signatures")
