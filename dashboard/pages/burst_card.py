"""Which days and hours stand out, on the page on momentum."""

from dash.development.base_component import Component

from dashboard.answers.bursts import bursts
from dashboard.ask import Ask
from dashboard.cards import card
from dashboard.later import TABLE_HEIGHT, shape
from dashboard.left_out import LeftOut

_BURSTS = "What stands out"
BURSTS = [shape(_BURSTS, TABLE_HEIGHT, "wide")]


def burst_card(ask: Ask) -> list[Component]:
    """One card: the bursts, each with the way to all figures without it."""
    found = bursts(ask)
    parts = [LeftOut.read(text, ask.known) for text in found.rows["without"]]
    offered = [f"Without {ask.known.country_name(part.country)}" if part.country else "Without it" for part in parts]
    return [
        card(
            ask,
            "bursts",
            title=_BURSTS,
            subtitle=f"{found.sentence} Usual: the median of the seven days, or same hours, on either side. What if"
            " shows every figure of every page without it, and removes nothing.",
            rows=found.rows.assign(what_if=offered),
            defined_by="parts_by_day",
            empty=found.sentence,
            span="wide",
        )
    ]
