"""How much of what a source sees is about the letter?"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboard.analysis.pace import DAYS
from dashboard.analysis.share_of_all import share_of_all
from dashboard.answers.answer import Answer, answer
from dashboard.answers.nothing import ever, nothing
from dashboard.ask import Ask
from dashboard.errors import OtherSchemaError
from dashboard.words import day, rounded

_COUNTED = ("mentions", "articles", "per_100000", "per_100000_low", "per_100000_high")


def share_of_attention(ask: Ask) -> Answer:
    """Rows: those of the question with per_100000, per_100000_low and per_100000_high (95 %, Wilson).

    Summary: sources, each by its name: last_day (the last finished one of which it says something), recent (the seven
    days up to it: mentions, articles and the three shares) and previous (the seven before; None where it says nothing).
    """
    rows = share_of_all(ask("share_of_attention"))
    until = min(ask.last_finished_day, ask.filters.to_day or ask.last_finished_day)
    ends = ask("attention_totals", to_day=until)
    last_days = zip(ends["media_source"].tolist(), ends["last_day"], strict=True)
    sources: dict[str, Mapping[str, Any]] = {source: _two_weeks(ask, source, last) for source, last in last_days}
    said = _sentence(sources) if sources else _nothing(ask, rows)
    return answer(ask, "share-of-attention", {"sources": sources}, rows, said)


def tells_totals(ask: Ask) -> bool:
    """Whether any source says how many articles it saw. A snapshot of an earlier version knows of none."""
    try:
        return ever(ask, "attention_totals")
    except OtherSchemaError:
        return False


def _two_weeks(ask: Ask, source: str, last: pd.Timestamp) -> Mapping[str, Any]:
    weeks = {"recent": last, "previous": last - timedelta(DAYS)}
    return {"last_day": last.date()} | {name: _week(ask, source, end) for name, end in weeks.items()}


def _week(ask: Ask, source: str, last: pd.Timestamp) -> Mapping[str, float] | None:
    """What the source says of the seven days up to one, whatever the beginning of the chosen period."""
    totals = ask("attention_totals", from_day=(last - timedelta(DAYS - 1)).date(), to_day=last.date())
    week = share_of_all(totals[totals["media_source"] == source])
    return {name: week[name].iloc[0].item() for name in _COUNTED} if len(week) else None


def _sentence(sources: Mapping[str, Mapping[str, Any]]) -> str:
    (first, weeks), *others = sources.items()
    end, recent, previous = weeks["last_day"], weeks["recent"], weeks["previous"]
    share = _share(recent, f" of 100,000 articles in {first} mention the letter")
    before = f"; in the {DAYS} days before it was {_share(previous)}" if previous else ""
    besides = "".join(f" {_in_brief(name, own, end)}" for name, own in others)
    return f"In the {DAYS} days to {day(end)}, {share}{before}.{besides}"


def _in_brief(source: str, weeks: Mapping[str, Any], end: date) -> str:
    """'GDELT, to 3 May 2023: 3.1 (2.6 to 3.7), before 2.2 (1.8 to 2.7).' The day where it is not that end."""
    other_end = "" if weeks["last_day"] == end else f", to {day(weeks['last_day'])}"
    before = f", before {_share(weeks['previous'])}" if weeks["previous"] else ""
    return f"{source}{other_end}: {_share(weeks['recent'])}{before}."


def _share(week: Mapping[str, float], of: str = "") -> str:
    """'3.1 (2.6 to 3.7)', and what it is a share of behind the number."""
    low, high = rounded(week["per_100000_low"]), rounded(week["per_100000_high"])
    return f"{rounded(week['per_100000'])}{of} ({low} to {high})"


def _nothing(ask: Ask, rows: pd.DataFrame) -> str:
    if len(rows):
        return "No day of which a source tells its total is over yet."
    apart = ask.with_filters(institution_types=())  # they do not apply to media
    return nothing(apart, "attention_totals", "totals of a source", "attention")
