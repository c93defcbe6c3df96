"""What a burst coincides with: events, mentions, and parts that gave more of it than they usually give."""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pandas as pd

from dashboard.analysis.coincidence import beyond_usual
from dashboard.analysis.lift import WINDOW
from dashboard.ask import Ask
from dashboard.catalogue import UNKNOWN
from dashboard.words import day, listed, number, percent, rounded, span

_BEFORE = timedelta(WINDOW - 1)  # what happened up to 72 hours before may be behind it
_MENTIONS, _TIMES = 2, 2.0  # more mentions than so many, and than twice the usual


class Coincidences:
    """What is known of all days up to one, asked once for all bursts of a selection."""

    def __init__(self, ask: Ask, until: date) -> None:
        self._ask = ask
        self._parts = ask("parts_by_day", from_day=None, to_day=until)
        self._events = ask("events", from_day=None, to_day=until)
        self._mentions = ask("mentions_by_day", from_day=None, to_day=until)
        people = ask("member_states", countries=()).set_index("iso2")["population"].astype("float64")
        self._people = people / people.sum()

    def country(self, first: date, last: date) -> str | None:
        """The country that gave most beyond its usual share, and beyond its share of the Union's people."""
        found = self._countries(first, last)
        return str(found["code"].iloc[0]) if len(found) else None

    def in_words(self, first: date, last: date) -> list[str]:
        """One phrase for each coincidence with the days from the first to the last."""
        return [
            *self._events_near(first, last),
            *self._mentioned(first, last),
            *_shares(self._countries(first, last), "from", self._ask.known.country_name),
            *_shares(beyond_usual(self._part("channel", first, last)), "through the channel", str),
            *_shares(self._leading("leading_institution", first, last), "from", str),
            *_shares(self._leading("leading_email_domain", first, last), "from", lambda _: "one e-mail domain"),
        ]

    def _countries(self, first: date, last: date) -> pd.DataFrame:
        parts = self._part("country", first, last)
        of_people = parts["code"].map(self._people).fillna(0.0)
        usual = parts["usual_share"].fillna(0.0).clip(lower=of_people).where(parts["code"] != UNKNOWN)
        return beyond_usual(parts.assign(usual_share=usual))

    def _part(self, aspect: str, first: date, last: date) -> pd.DataFrame:
        """code, signatures of these days, usual_share of all others; missing where there are no others."""
        rows = self._parts[self._parts["aspect"] == aspect]
        inside = rows["day"].between(pd.Timestamp(first), pd.Timestamp(last))
        counted = pd.DataFrame(
            {
                "signatures": rows[inside].groupby("code")["signatures"].sum(),
                "others": rows[~inside].groupby("code")["signatures"].sum(),
            }
        ).fillna(0)
        parts = counted.assign(usual_share=counted["others"] / max(counted["others"].sum(), 1))
        if not counted["others"].any():
            parts["usual_share"] = np.nan
        return parts[parts["signatures"] > 0].rename_axis("code").reset_index()

    def _leading(self, question: str, first: date, last: date) -> pd.DataFrame:
        """The one that gave most, by a question for it; all others are one part beside it."""
        found = self._ask(question, from_day=first, to_day=last)
        country = self._parts[self._parts["aspect"] == "country"]
        before = country.loc[country["day"] < pd.Timestamp(first), "signatures"].sum()
        inside = country["day"].between(pd.Timestamp(first), pd.Timestamp(last))
        named = found["signatures"].fillna(0)
        rest = country.loc[inside, "signatures"].sum() - named.sum()
        own = pd.DataFrame(
            {"code": found["code"], "signatures": named, "usual_share": found["earlier"] / max(before, 1)}
        )
        return beyond_usual(pd.concat([own, pd.DataFrame({"code": [""], "signatures": [rest]})]))

    def _events_near(self, first: date, last: date) -> list[str]:
        near = self._events[self._events["day"].between(pd.Timestamp(first - _BEFORE), pd.Timestamp(last))]
        named = [f"“{event['title']}” ({day(event['day'])})" for _, event in near.iterrows()]
        return [f"in the 72 hours after {listed(named)}"] if named else []

    def _mentioned(self, first: date, last: date) -> list[str]:
        begin, days = first - _BEFORE, self._mentions["day"]
        inside = days.between(pd.Timestamp(begin), pd.Timestamp(last))
        count = int(self._mentions.loc[inside, "mentions"].sum())
        others = self._mentions.loc[~inside, "mentions"].sum()
        known = (days.max() - days.min()).days + 1 if len(days) else 0
        length = (last - begin).days + 1
        usual = others / max(known - length, 1) * length
        if count <= max(_MENTIONS, _TIMES * usual):
            return []
        return [f"{number(count)} articles, {span(begin, last)}, where {rounded(round(usual, 1))} would be usual"]


def _shares(parts: pd.DataFrame, how: str, name: Callable[[str], str]) -> list[str]:
    return [
        f"{percent(part['share'])} {how} {name(part['code'])}, usually {percent(part['usual_share'])}"
        for _, part in parts.iterrows()
    ]
