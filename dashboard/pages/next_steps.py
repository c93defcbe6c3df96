"""What to do about member states that lag: how much is missing, and whom to ask next."""

from dash.development.base_component import Component

from dashboard.answers.gap_plan import gap_plan
from dashboard.ask import Ask
from dashboard.cards import card


def next_steps(ask: Ask) -> list[Component]:
    """Two cards."""
    plan = gap_plan(ask)
    return [
        card(
            ask,
            "gap-plan",
            title="What would close the gap",
            subtitle=f"{plan.sentence} Every signature that comes in raises the share of all others; that is counted.",
            rows=plan.rows,
            defined_by="conversion",
            empty=plan.sentence,
            span="wide",
        ),
        card(
            ask,
            "next-contacts",
            title="Whom to ask next",
            subtitle="Kinds of institution in member states below their share, the most signatures to expect first;"
            " those asked within a week stand last. To expect: of one contact for each signature that is missing.",
            rows=ask("member_states"),
            defined_by="state_kinds",
            table_later=True,
            span="wide",
        ),
    ]
