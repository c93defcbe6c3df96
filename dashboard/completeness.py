"""What part of what a figure counts has a known country, and which snapshot it is from: the line beneath a figure."""

from datetime import UTC, datetime

from dashboard.answers.nothing import where_any
from dashboard.ask import Ask
from dashboard.metric import Metric
from dashboard.words import age, number

# Where the totals of what a figure counts come from, by the unit of the figure: a question, its column, and a question
# that has rows where anything is counted.
_TOTALS = {
    "log entries": ("outreach_totals", "contacts", "outreach_by_stage"),
    "mentions": ("media_totals", "mentions", "media_by_language"),
}


def completeness(ask: Ask, definition: Metric) -> str:
    """'Known country 81 of 99 mentions · snapshot 2026…, 3 hours ago'; what has no country says only the snapshot."""
    unit = definition.unit.partition(";")[0]
    snapshot = f"{ask.snapshot.snapshot_id}, {age(datetime.now(UTC) - ask.snapshot.built_at)}"
    known = _known_of_all(ask, unit)
    if known is None:
        return f"Snapshot {snapshot}"
    return f"Known country {number(known[0])} of {number(known[1])} {unit} · snapshot {snapshot}"


def _known_of_all(ask: Ask, unit: str) -> tuple[int, int] | None:
    if unit == "signatures":
        return int(ask.totals.known_country), int(ask.totals.signatures)
    if unit not in _TOTALS:
        return None
    question, count, rows = _TOTALS[unit]
    totals = where_any(ask, rows).records(question)[0]
    return int(totals["known_country"]), int(totals[count])
