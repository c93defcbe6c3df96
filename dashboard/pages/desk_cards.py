"""The desk on the page on outreach: what there is to do, as a list to be filtered, exported and worked through."""

from dataclasses import replace

from dash.development.base_component import Component

from dashboard.answers.answer import Answer
from dashboard.answers.desk import desk
from dashboard.ask import Ask
from dashboard.cards import card
from dashboard.filters import Desk
from dashboard.later import TABLE_HEIGHT, shape
from dashboard.pages.contact_cards import HOW_FAR_BY, how_far_by
from dashboard.switch import switch
from dashboard.tables import MOST_ROWS
from dashboard.words import day, number

_TO_DO = "The desk"
_ANSWERS = "How long answers take"
DESK = [shape(_TO_DO, 565, "wide"), shape(_ANSWERS, 320, "wide"), shape(HOW_FAR_BY, TABLE_HEIGHT, "wide")]
_PARTS: dict[Desk, str] = {
    "all": "All",
    "overdue": "Overdue",
    "due": "Due today",
    "no_answer": "No answer",
    "too_often": "Too often",
}


def desk_cards(ask: Ask) -> list[Component]:
    """Three cards: what there is to do, how long answers take, and how far contacts came."""
    return [_to_do(ask), _answers_by_age(ask), how_far_by(ask)]


def _to_do(ask: Ask) -> Component:
    """The list, and links that choose a part of it."""
    found = desk(replace(ask, most=MOST_ROWS))
    return card(
        ask,
        "desk",
        title=_TO_DO,
        subtitle=f"{found.sentence} As of {day(ask.as_of)}, whichever days are chosen. "
        "Change Last entry, Stage and Due in the CSV and load it again.",
        rows=found.rows,
        tools=_parts(ask, found),
        empty="Nothing to do in this part of the desk.",
        span="wide",
    )


def _answers_by_age(ask: Ask) -> Component:
    """How long answers take, and for how long the others have waited."""
    return card(
        ask,
        "answers-by-age",
        title=_ANSWERS,
        subtitle="Contacts by days from the first contact to the answer, or to now",
        rows=ask("answers_by_age"),
        empty="Nobody was contacted in this selection.",
        span="wide",
    )


def _parts(ask: Ask, found: Answer) -> Component:
    choices = [
        (f"{said} {number(found.summary[part])}", replace(ask.filters, desk=part)) for part, said in _PARTS.items()
    ]
    return switch("Part of the desk", choices, ask.filters, "/outreach")
