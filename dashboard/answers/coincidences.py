"""What a burst coincides with: events, mentions, and parts that gave more of it than they usually give."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.analysis.coincidence import Beyond, beyond_usual
from dashboard.analysis.lift import WINDOW
from dashboard.ask import Ask
from dashboard.catalogue import UNKNOWN
from dashboard.filters import Days
from dashboard.words import day, listed, number, percent, rounded, span

_BEFORE = timedelta(WINDOW - 1)  # what happened up to 72 hours before may be behind it
_MENTIONS, _TIMES = 2, 2.0  # more mentions than so many, and than twice the usual
_Numbers = NDArray[np.float64]
_Days = NDArray[np.datetime64]
_Leading = tuple[str, int, int]


class Coincidences:
    """What is known of all days up to one, asked once for all bursts of a selection.

    spans: the days of each burst, the first and the last; at least one.
    """

    def __init__(self, ask: Ask, until: date, spans: set[Days]) -> None:
        self._ask = ask
        parts = ask.days("parts_by_day", from_day=None, to_day=until)
        self._days = np.unique(_days(parts))
        self._countries, self._by_country = self._by_day(parts, "country")
        self._channels, self._by_channel = self._by_day(parts, "channel")
        self._in_all = self._by_country.sum(axis=1)
        self._events = ask.days("events", from_day=None, to_day=until)
        self._mentions = ask.days("mentions_by_day", from_day=None, to_day=until)
        asked = replace(ask, spans=tuple(sorted(spans)))
        latest = max(last for _, last in spans)
        self._institutions = _by_span(asked("leading_institution", from_day=None, to_day=latest))
        self._domains = _by_span(asked("leading_email_domain", from_day=None, to_day=latest))
        known = ask.snapshot.table("country")
        people = known[known["is_member_state"]].set_index("iso2")["population"].astype("float64")
        self._of_people = (people / people.sum()).reindex(self._countries).fillna(0).to_numpy()

    def countries(self, first: date, last: date) -> list[Beyond]:
        """Those that gave more than their usual share, and than their share of the Union's people."""
        signatures, usual = self._inside(self._by_country, first, last)
        usual = np.maximum(np.nan_to_num(usual), self._of_people)
        unknown = np.array([code == UNKNOWN for code in self._countries], dtype=np.bool_)
        return beyond_usual(self._countries, signatures, np.where(unknown, np.nan, usual))

    def in_words(self, first: date, last: date, countries: list[Beyond]) -> list[str]:
        """One phrase for each coincidence with the days from the first to the last. countries: what countries gave."""
        channels = beyond_usual(self._channels, *self._inside(self._by_channel, first, last))
        return [
            *self._events_near(first, last),
            *self._mentioned(first, last),
            *_shares(countries, "from", self._ask.known.country_name),
            *_shares(channels, "through the channel", str),
            *_shares(self._leading(self._institutions, first, last), "from", str),
            *_shares(self._leading(self._domains, first, last), "from", lambda _: "one e-mail domain"),
        ]

    def _by_day(self, parts: pd.DataFrame, aspect: str) -> tuple[list[str], _Numbers]:
        """The parts, and their signatures, one row a day and one column a part."""
        wide = parts[parts["aspect"] == aspect].pivot(index="day", columns="code", values="signatures")
        return wide.columns.tolist(), wide.fillna(0).to_numpy(dtype=np.float64)

    def _inside(self, by_day: _Numbers, first: date, last: date) -> tuple[_Numbers, _Numbers]:
        """Each part's signatures of these days, and its share of all others; missing where there are no others."""
        among = _among(self._days, first, last)
        others = by_day[~among].sum(axis=0)
        share = others / others.sum() if others.any() else np.full(len(others), np.nan)
        return by_day[among].sum(axis=0), share

    def _leading(self, leading: dict[Days, _Leading], first: date, last: date) -> list[Beyond]:
        """The one that gave most; all others are one part beside it."""
        if (first, last) not in leading:
            return []
        code, signatures, earlier = leading[first, last]
        before = self._in_all[self._days < np.datetime64(first)].sum()
        inside = self._in_all[_among(self._days, first, last)].sum()
        return beyond_usual([code, ""], [signatures, inside - signatures], [earlier / max(before, 1), np.nan])

    def _events_near(self, first: date, last: date) -> list[str]:
        near = self._events[_among(_days(self._events), first - _BEFORE, last)]
        named = [f"“{event['title']}” ({day(event['day'])})" for _, event in near.iterrows()]
        return [f"in the 72 hours after {listed(named)}"] if named else []

    def _mentioned(self, first: date, last: date) -> list[str]:
        begin, days = first - _BEFORE, _days(self._mentions)
        mentions, among = self._mentions["mentions"].to_numpy(), _among(days, begin, last)
        count, others = int(mentions[among].sum()), int(mentions[~among].sum())
        known = int((days.max() - days.min()).astype(int)) + 1 if len(days) else 0
        length = (last - begin).days + 1
        usual = others / max(known - length, 1) * length
        if count <= max(_MENTIONS, _TIMES * usual):
            return []
        return [f"{number(count)} articles, {span(begin, last)}, where {rounded(round(usual, 1))} would be usual"]


def _days(rows: pd.DataFrame) -> _Days:
    return rows["day"].to_numpy(dtype="datetime64[D]")


def _among(days: _Days, first: date, last: date) -> NDArray[np.bool_]:
    return (days >= np.datetime64(first)) & (days <= np.datetime64(last))


def _by_span(leading: pd.DataFrame) -> dict[Days, _Leading]:
    """The leading one's code, signatures and earlier ones, of each span that has one."""
    return {
        (row["from_day"].date(), row["to_day"].date()): (str(row["code"]), row["signatures"], row["earlier"])
        for row in leading.to_dict("records")
    }


def _shares(parts: list[Beyond], how: str, name: Callable[[str], str]) -> list[str]:
    return [f"{percent(one.share)} {how} {name(one.part)}, usually {percent(one.usual_share)}" for one in parts]
