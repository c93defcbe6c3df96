"""What is missing most, what it would take, and whom to ask next."""

from dash.development.base_component import Component

from dashboard.answers.gap_plan import gap_plan
from dashboard.answers.next_contacts import next_contacts
from dashboard.answers.under_reached_kinds import under_reached_kinds
from dashboard.ask import Ask
from dashboard.cards import card
from dashboard.later import TABLE_HEIGHT, shape

_KINDS = "Kinds of institution that are missing"
_GAP_PLAN = "What would close the gap"
_NEXT_CONTACTS = "Whom to ask next"
KINDS = [shape(_KINDS, TABLE_HEIGHT, "wide")]
NEXT_STEPS = [shape(title, TABLE_HEIGHT, "wide") for title in (_GAP_PLAN, _NEXT_CONTACTS)]
_TO_ASK = ["name", "label", "missing_to_parity", "gain", "last_contact_on", "last_mention_on", "ask_from"]
_JUDGED = ["label", "observed", "states_reached", "verdict", "in_words"]


def kinds_card(ask: Ask) -> list[Component]:
    """One card: what is missing."""
    kinds = under_reached_kinds(ask)
    return [
        card(
            ask,
            "under-reached-kinds",
            title=_KINDS,
            subtitle="Signatures of member states by kind, each against the state's share of what that kind gave in"
            " all; all states and kinds are judged together",
            rows=kinds.rows[_JUDGED],
            defined_by="state_kinds",
            empty=kinds.sentence,
            span="wide",
        )
    ]


def next_steps(ask: Ask) -> list[Component]:
    """Two cards: what it would take, and whom to ask."""
    plan, contacts = gap_plan(ask), next_contacts(ask)
    return [
        card(
            ask,
            "gap-plan",
            title=_GAP_PLAN,
            subtitle=f"{plan.sentence} Every signature that comes in raises the share of all others; that is counted.",
            rows=plan.rows,
            defined_by="conversion",
            empty=plan.sentence,
            span="wide",
        ),
        card(
            ask,
            "next-contacts",
            title=_NEXT_CONTACTS,
            subtitle=f"{contacts.sentence} The most signatures to expect first; those asked within a week stand last."
            " To expect: of one contact for each signature that is missing.",
            rows=contacts.rows[_TO_ASK],
            defined_by="state_kinds",
            empty=contacts.sentence,
            span="wide",
        ),
    ]
