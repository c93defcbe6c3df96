"""The cards on members of the European Parliament, on the page on outreach."""

import pandas as pd
from dash.development.base_component import Component

from dashboard.answers.members import members
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.charts.ranked_bars import ranked_bars
from dashboard.later import shape

_STATES = "Members of the Parliament, and signers at home"
_COMMITTEES = "Members of the Parliament by committee"
_GROUPS = "Members of the Parliament by group"
MEMBERS = [shape(_STATES, 170, "wide")]  # the last of its page, and most campaigns have no list of members
_BARS = "Members; solid: contacted"
_NONE = "A list of members of the European Parliament, loaded as outreach, fills this figure."
_BY_STATE = [
    "iso2", "name", "seats", "listed", "contacted_members", "replied", "lead_listed", "lead_contacted", "observed",
    "verdict", "in_words",
]  # fmt: skip


def member_cards(ask: Ask) -> list[Component]:
    """Three cards; one where no members are known."""
    found = members(ask)
    by_state = card(
        ask,
        "members",
        title=_STATES,
        subtitle=found.sentence,
        rows=found.rows[_BY_STATE],
        defined_by="members_by_state",
        empty=found.sentence,
        span="wide",
    )
    if not len(found.rows):
        return [by_state]
    committees, groups = ask("members_by_committee"), ask("members_by_group")
    return [
        by_state,
        card(
            ask,
            "members-by-committee",
            title=_COMMITTEES,
            subtitle=f"{_BARS}. Chairs and vice-chairs are members, substitutes are not counted here; lead committees"
            " first. Who sits in several is in each.",
            rows=committees,
            picture=lambda: _bars(ask, committees, "members-by-committee", "committee"),
            empty=_NONE,
        ),
        card(
            ask,
            "members-by-group",
            title=_GROUPS,
            subtitle=_BARS,
            rows=groups,
            picture=lambda: _bars(ask, groups, "members-by-group", "member_group"),
            empty=_NONE,
        ),
    ]


def _bars(ask: Ask, rows: pd.DataFrame, ident: str, name: str) -> Component:
    figure = ranked_bars(rows, ask.palette, name=name, whole="listed", part="contacted_members")
    return graph(figure, ident, f"{rows['contacted_members'].sum()} of {rows['listed'].sum()} seats contacted")
