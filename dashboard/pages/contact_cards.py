"""The figures of the page on outreach that follow single contacts."""

from dash.development.base_component import Component

from dashboard.answers.answer import Answer
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.charts.contact_funnel import contact_funnel as funnel_figure

HOW_FAR_BY = "How far contacts came, by country, kind, channel, wave, team and network"


def how_far(ask: Ask, found: Answer) -> Component:
    """The funnel. found: the answer contact-funnel."""
    return card(
        ask,
        "contact-funnel",
        title="How far contacts came",
        subtitle="Contacts at each step or beyond, and their share; line: what chance alone could make of it (95 %)",
        rows=found.rows,
        picture=lambda: graph(funnel_figure(found.rows, ask.palette), "contact-funnel", found.sentence),
        empty=found.sentence,
        span="wide",
    )


def how_far_by(ask: Ask) -> Component:
    """The funnel of each country, kind, channel, wave, team and network, as a table that can be searched."""
    return card(
        ask,
        "contact-funnel-by",
        title=HOW_FAR_BY,
        subtitle="Contacts at each step or beyond, share of the contacted with its 95 % interval",
        rows=ask("contact_funnel"),  # there are groups where there is a contact
        table_later=True,
        empty="Nobody was contacted in this selection.",
        span="wide",
    )
