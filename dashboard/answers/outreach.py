"""Whom did we contact, who answered, and what is due?"""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.answers.answer import Answer, answer
from dashboard.answers.nothing import nothing, where_any
from dashboard.answers.two_weeks import two_weeks
from dashboard.ask import Ask
from dashboard.words import count_of, listed, number, percent

_COUNTED = ("contacts", "targets", "replied", "signed")


def outreach(ask: Ask) -> Answer:
    """Rows: stage, contacts (log entries), countries; in the order of the stages.

    Summary: contacts (log entries without targets), targets, replied, signed, last_7_days, previous_7_days,
    follow_ups_due, days_overdue (of the follow-up that was due first).
    """
    found, recent = outreach_in_brief(ask), two_weeks(ask, "outreach_over_time", "contacts")
    weeks = {"last_7_days": recent.recent, "previous_7_days": recent.previous}
    return replace(found, summary={**found.summary, **weeks})


def outreach_in_brief(ask: Ask) -> Answer:
    """The same without the last two weeks."""
    asked = where_any(ask, "outreach_by_stage")
    rows, totals = asked("outreach_by_stage"), asked.records("outreach_totals")[0]
    summary = {name: int(totals[name]) for name in _COUNTED} | _due(ask)
    sentence = _sentence(summary) if len(rows) else nothing(ask, "outreach_by_stage", "contacts", "outreach")
    return answer(ask, "outreach", summary, rows, sentence)


def follow_ups(ask: Ask) -> Answer:
    """Rows: the follow-ups that are due, the longest overdue first: organisation, contact_role, country_name,
    type_label, channel, stage, last_contact_on, follow_up_on, days_overdue."""
    summary = _due(ask)
    return answer(ask, "follow-ups", summary, ask("follow_ups"), _words(**summary))


def _due(ask: Ask) -> dict[str, int]:
    return ask.records("follow_ups_due")[0]


def _sentence(summary: Mapping[str, int]) -> str:
    contacts, targets = summary["contacts"], summary["targets"]
    if not contacts:
        return f"{count_of(targets, 'target')} {'is' if targets == 1 else 'are'} listed; no contact is logged yet."
    steps = [f"{number(summary[step])} {step} ({percent(summary[step] / contacts)})" for step in ("replied", "signed")]
    waiting = _words(summary["follow_ups_due"], summary["days_overdue"])
    return f"{count_of(contacts, 'entry', 'entries')} in the contact log: {listed(steps)}. {waiting}"


def _words(follow_ups_due: int, days_overdue: int) -> str:
    days = count_of(days_overdue, "day") if days_overdue else ""
    if not follow_ups_due:
        return "No follow-up is due."
    if follow_ups_due == 1:
        return f"1 follow-up has been due for {days}." if days else "1 follow-up is due today."
    return f"{number(follow_ups_due)} follow-ups are due{f', the oldest for {days}' if days else ' today'}."
