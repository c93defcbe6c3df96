"""Whom did we contact, who answered, and what is due?"""

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.periods import with_finished
from dashboard.answers.answer import Answer
from dashboard.answers.by_period import by_period
from dashboard.answers.contact_funnel import contact_funnel
from dashboard.answers.nothing import ever
from dashboard.answers.outreach import outreach
from dashboard.answers.two_weeks import TwoWeeks
from dashboard.ask import Ask
from dashboard.cards import sentence
from dashboard.head_figures import HeadFigure, head_figures, part_of
from dashboard.later import later
from dashboard.pages.contact_cards import how_far
from dashboard.pages.credit_card import CREDIT
from dashboard.pages.desk_cards import DESK
from dashboard.pages.mailing_card import MAILINGS
from dashboard.pages.member_cards import MEMBERS
from dashboard.pages.outreach_cards import CONTACTED, by_stage, over_time
from dashboard.words import count_of, number

PATH = "/outreach"
TITLE = "Outreach"


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked."""
    found = outreach(ask)
    if not ever(ask, "outreach_by_stage"):
        return [sentence(found.sentence), by_stage(ask, found), later("credit", CREDIT), later("members", MEMBERS)]
    funnel = contact_funnel(ask)
    time = with_finished(by_period(ask, "outreach_over_time"), ask.last_finished_day)
    return [
        sentence(found.sentence),
        head_figures(_heads(found, time), ask),
        how_far(ask, funnel),
        by_stage(ask, found),
        over_time(ask, found, time),
        later("contacted", CONTACTED),
        later("desk", DESK),
        later("mailings", MAILINGS),
        later("credit", CREDIT),
        later("members", MEMBERS),
    ]


def _heads(found: Answer, time: pd.DataFrame) -> list[HeadFigure]:
    summary = found.summary
    contacts, waiting, days = (summary[name] for name in ("contacts", "follow_ups_due", "days_overdue"))
    return [
        HeadFigure(
            "Entries in the log",
            number(contacts),
            TwoWeeks(summary["last_7_days"], summary["previous_7_days"]).in_words,
            line=time.loc[time["finished"], "contacts"].tolist(),
        ),
        part_of("Replied", summary["replied"], contacts, "entries"),
        part_of("Signed", summary["signed"], contacts, "entries"),
        HeadFigure(
            "Follow-ups due", number(waiting), f"the oldest for {count_of(days, 'day')}" if days else "none late"
        ),
    ]
