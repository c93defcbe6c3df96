"""Every question that can be asked by name, on a page, in a download or on the command line."""

from collections.abc import Callable

from dashboard.analysis.reach import whole
from dashboard.answers.answer import Answer, answer
from dashboard.answers.attention import echo_by_country, first_to_report
from dashboard.answers.beside import beside
from dashboard.answers.bursts import bursts
from dashboard.answers.by_period import BY_DAY, by_period
from dashboard.answers.changes import changes
from dashboard.answers.contact_funnel import contact_funnel, contact_funnel_by
from dashboard.answers.coverage import coverage, coverage_corners
from dashboard.answers.credit import credit
from dashboard.answers.desk import desk
from dashboard.answers.events import events
from dashboard.answers.forecast import backtest, forecast
from dashboard.answers.gap_plan import gap_plan
from dashboard.answers.initiative import initiative
from dashboard.answers.ledger import ledger
from dashboard.answers.mailings import mailings
from dashboard.answers.media import media, media_by_language
from dashboard.answers.member_states import member_states
from dashboard.answers.members import members
from dashboard.answers.milestones import milestones
from dashboard.answers.momentum import momentum
from dashboard.answers.next_contacts import next_contacts
from dashboard.answers.outreach import follow_ups, outreach
from dashboard.answers.overview import overview
from dashboard.answers.reach import reach, reach_by_country
from dashboard.answers.returners import returners
from dashboard.answers.share_of_attention import share_of_attention
from dashboard.answers.totals import totals
from dashboard.answers.under_reached import under_reached
from dashboard.answers.under_reached_kinds import under_reached_cells, under_reached_kinds
from dashboard.ask import Ask
from dashboard.errors import UnknownQuestionError
from dashboard.metric import metric, metric_names

ANSWERS: dict[str, Callable[[Ask], Answer]] = {
    "overview": overview,
    "momentum": momentum,
    "forecast": forecast,
    "backtest": backtest,
    "reach": reach,
    "reach-by-country": reach_by_country,
    "under-reached": under_reached,
    "under-reached-kinds": under_reached_kinds,
    "under-reached-cells": under_reached_cells,
    "gap-plan": gap_plan,
    "next-contacts": next_contacts,
    "initiative": initiative,
    "outreach": outreach,
    "desk": desk,
    "mailings": mailings,
    "members": members,
    "member-states": member_states,
    "contact-funnel": contact_funnel,
    "contact-funnel-by": contact_funnel_by,
    "follow-ups": follow_ups,
    "credit": credit,
    "media": media,
    "media-by-language": media_by_language,
    "share-of-attention": share_of_attention,
    "first-to-report": first_to_report,
    "echo-by-country": echo_by_country,
    "coverage": coverage,
    "coverage-corners": coverage_corners,
    "events": events,
    "bursts": bursts,
    "milestones": milestones,
    "beside": beside,
    "ledger": ledger,
    "changes": changes,
    "returners": returners,
    "totals": totals,
}


def ask_by_name(question: str, ask: Ask) -> Answer:
    """The answer to a question with a sentence of its own, else the bare rows of a metric (its title is the sentence).

    Raises UnknownQuestionError.
    """
    if question in ANSWERS:
        return ANSWERS[question](ask)
    name = question.replace("-", "_")
    if name not in metric_names():
        known = ", ".join([*ANSWERS, *(n.replace("_", "-") for n in metric_names() if n not in ANSWERS)])
        raise UnknownQuestionError(f"There is no question '{question}'. Ask one of: {known}.")
    rows = by_period(ask, name) if name in BY_DAY else ask(name)
    rows = whole(rows) if "signatures" in rows else rows
    return answer(ask, question, {"rows": len(rows)}, rows, f"{metric(name).title}: {len(rows)} rows.")
