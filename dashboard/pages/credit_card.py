"""The card on what signatures came through, on the page on outreach."""

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.top import top_and_others
from dashboard.answers.credit import UNKNOWN, credit
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.charts.credit import credit as credit_figure
from dashboard.later import shape

_TITLE = "What signatures came through"
_MOST_PARTS = 4
CREDIT = [shape(_TITLE, 290, "wide")]


def credit_card(ask: Ask) -> list[Component]:
    """One card: channels, partners and campaign tags, each with what is unknown."""
    found = credit(ask)
    has_any = bool(found.summary["signatures"])
    return [
        card(
            ask,
            "credit",
            title=_TITLE,
            subtitle=f"{found.sentence} Shares of all signatures; outlined: unknown. What they came through need not be"
            " what caused them.",
            rows=found.rows if has_any else found.rows.head(0),
            picture=lambda: graph(credit_figure(_parts(found.rows), ask.palette, UNKNOWN), "credit", found.sentence),
            empty=found.sentence,
            span="wide",
        )
    ]


def _parts(rows: pd.DataFrame) -> pd.DataFrame:
    """Few enough to be told apart, and the unknown."""
    bars = []
    for way, parts in rows.groupby("credited_by", sort=False):
        is_unknown = parts["credited_to"] == UNKNOWN
        shown = top_and_others(parts[~is_unknown], "credited_to", _MOST_PARTS)
        bar = pd.concat([shown, parts[is_unknown]])
        bars.append(bar.assign(credited_by=way, place=range(len(bar))))
    return pd.concat(bars, ignore_index=True)
