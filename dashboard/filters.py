"""Filters: what a view depends on. One value object, from the address, to the address, to SQL parameters."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Literal, Self, TypeVar, get_args
from urllib.parse import parse_qs, quote_plus

from dashboard.catalogue import MEMBER_STATES, Catalogue
from dashboard.left_out import LeftOut
from dashboard.words import listed, span

Measure = Literal["per_million", "signatures", "share"]
Denominator = Literal["population", "ep_seats", "network_sites", "institutions"]
Desk = Literal["all", "overdue", "due", "no_answer", "too_often"]
CountedBy = Literal["first", "each", "fractions"]  # which of the affiliations that a person names
HORIZON, FURTHEST_HORIZON = 28, 365  # days that a forecast looks ahead, and the most that can be asked for
Days = tuple[date, date]  # the first and the last
_Choice = TypeVar("_Choice", bound=str)


@dataclass(frozen=True)
class Filters:
    """Which campaign, days (inclusive), countries (ISO codes and the word EU), kinds of institution.

    An empty tuple or None is "no filter". as_of shows only what happened up to the end of that day, and that day counts
    as finished. measure and denominator say how reach and parity are expressed. beside: the campaign to compare with.
    horizon: how many days a forecast looks ahead. snapshot_id: the past snapshot that is asked; None: the current one.
    desk: which contacts the desk of outreach shows.
    left_out: signatures that every figure goes without, to see what would be.
    by: how Reach counts who names several affiliations. network_id: the network of a report; no part of the address.
    """

    campaign_id: str
    from_day: date | None = None
    to_day: date | None = None
    countries: tuple[str, ...] = ()
    institution_types: tuple[str, ...] = ()
    as_of: date | None = None
    measure: Measure = "per_million"
    denominator: Denominator = "population"
    beside: str | None = None
    horizon: int = HORIZON
    snapshot_id: str | None = None
    desk: Desk = "all"
    left_out: LeftOut | None = None
    by: CountedBy = "first"
    network_id: str | None = None

    @classmethod
    def from_address(cls, search: str, known: Catalogue) -> tuple[Self, tuple[str, ...]]:
        """Read the query part of an address. Unknown keys are ignored; a wrong value is left out, with a notice."""
        given = {key: values[-1] for key, values in parse_qs(search.removeprefix("?")).items()}
        notices: list[str] = []
        campaign_id = given.get("campaign", known.campaigns[0].campaign_id)
        if known.campaign(campaign_id) is None:
            notices.append(f"There is no campaign “{campaign_id}”.")
            campaign_id = known.campaigns[0].campaign_id
        beside = given.get("beside", campaign_id)
        if known.campaign(beside) is None:
            notices.append(f"There is no campaign “{beside}” to compare with.")
            beside = campaign_id
        days = {key: _day(given.get(key, ""), notices) for key in ("from", "to", "as_of")}
        if days["from"] and days["to"] and days["from"] > days["to"]:
            notices.append("The period ends before it begins.")
            days["from"] = days["to"] = None
        types = {kind.institution_type for kind in known.institution_types}
        return cls(
            campaign_id=campaign_id,
            from_day=days["from"],
            to_day=days["to"],
            countries=_chosen(given.get("countries", ""), known.country_codes, "country", notices),
            institution_types=_chosen(given.get("types", ""), types, "institution type", notices),
            as_of=days["as_of"],
            measure=_one_of(given.get("measure"), get_args(Measure), notices),
            denominator=_one_of(given.get("denominator"), get_args(Denominator), notices),
            beside=beside if beside != campaign_id else None,
            horizon=_horizon(given.get("horizon", ""), notices),
            snapshot_id=given.get("snapshot"),
            desk=_one_of(given.get("desk"), get_args(Desk), notices),
            left_out=_left_out(given.get("without", ""), known, notices),
            by=_one_of(given.get("by"), get_args(CountedBy), notices),
        ), tuple(notices)

    def to_address(self) -> str:
        """The query part of the address that shows this view, beginning with '?'."""
        return self._address

    @cached_property
    def _address(self) -> str:
        given = {
            "campaign": self.campaign_id,
            "from": self.from_day.isoformat() if self.from_day else "",
            "to": self.to_day.isoformat() if self.to_day else "",
            "countries": ",".join(self.countries),
            "types": ",".join(self.institution_types),
            "as_of": self.as_of.isoformat() if self.as_of else "",
            "measure": "" if self.measure == "per_million" else self.measure,
            "denominator": "" if self.denominator == "population" else self.denominator,
            "beside": self.beside or "",
            "horizon": "" if self.horizon == HORIZON else str(self.horizon),
            "snapshot": self.snapshot_id or "",
            "desk": "" if self.desk == "all" else self.desk,
            "without": self.left_out.written() if self.left_out else "",
            "by": "" if self.by == "first" else self.by,
        }
        return "?" + "&".join(f"{key}={quote_plus(value, safe=',')}" for key, value in given.items() if value)

    @property
    def last_day(self) -> date | None:
        """The last day that counts."""
        return min((day for day in (self.to_day, self.as_of) if day), default=None)

    def to_parameters(self, known: Catalogue) -> dict[str, object]:
        """The parameters of the snapshot's table macros. Nothing chosen is NULL: an empty list matches none."""
        return {
            "campaign": self.campaign_id,
            "from_day": self.from_day,
            "to_day": self.last_day,
            "countries": known.codes(self.countries) if self.countries else None,
            "institution_types": list(self.institution_types) or None,
            "desk": self.desk,
            "member_states": known.codes((MEMBER_STATES,)),
            "left_out": asdict(self.left_out) if self.left_out else None,
            "network": self.network_id,
            "by": self.by,
        }

    def toggled(
        self, country: str | None = None, institution_type: str | None = None, days: Days | None = None
    ) -> Self:
        """The same view with only that country, kind and days chosen; taken off where they were chosen already."""
        wanted = replace(
            self,
            countries=(country,) if country else self.countries,
            institution_types=(institution_type,) if institution_type else self.institution_types,
            from_day=days[0] if days else self.from_day,
            to_day=days[1] if days else self.to_day,
        )
        if wanted != self:
            return wanted
        return replace(
            self,
            countries=() if country else self.countries,
            institution_types=() if institution_type else self.institution_types,
            from_day=None if days else self.from_day,
            to_day=None if days else self.to_day,
        )

    def pieces(self, known: Catalogue) -> list[tuple[str, Self]]:
        """Each active filter in words, with the view that is left when it is taken off."""
        pieces: list[tuple[str, dict[str, Any]]] = [
            (span(self.from_day, self.to_day), {"from_day": None, "to_day": None}),
            (listed([known.country_name(code) for code in self.countries]), {"countries": ()}),
            (listed([known.type_label(kind) for kind in self.institution_types]), {"institution_types": ()}),
            (f"as of {span(self.as_of, self.as_of)}" if self.as_of else "", {"as_of": None}),
            ("as published then" if self.snapshot_id else "", {"snapshot_id": None}),
            (self.left_out.in_words(known) if self.left_out else "", {"left_out": None}),
        ]
        return [(words, replace(self, **without)) for words, without in pieces if words]

    def nothing(self, known: Catalogue, what: str) -> str:
        """That there is nothing, in words: 'No signatures from Malta, 12 April – 3 May 2023.'"""
        countries = listed([known.country_name(code) for code in self.countries])
        rest = [words for words, without in self.pieces(known) if without.countries == self.countries]
        return ", ".join([f"No {what}{' from ' if countries else ''}{countries}", *rest]) + "."

    def sentence(self, known: Catalogue) -> str:
        """The active filters as one readable line: '12 April – 3 May 2023, member states, University'."""
        return ", ".join(words for words, _ in self.pieces(known))


def _day(text: str, notices: list[str]) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        notices.append(f"“{text}” is not a day; a day is written 2023-05-03.")
        return None


def _left_out(text: str, known: Catalogue, notices: list[str]) -> LeftOut | None:
    if not text:
        return None
    try:
        return LeftOut.read(text, known)
    except ValueError:
        notices.append(f"“{text}” cannot be left out; write 2023-05-03..2023-05-04, or one country of it: …,MT.")
        return None


def _horizon(text: str, notices: list[str]) -> int:
    if not text:
        return HORIZON
    if text.isascii() and text.isdigit() and len(text) < 4 and 1 <= int(text) <= FURTHEST_HORIZON:
        return int(text)
    notices.append(f"“{text}” is not a number of days from 1 to {FURTHEST_HORIZON}.")
    return HORIZON


def _chosen(text: str, known: Iterable[str], what: str, notices: list[str]) -> tuple[str, ...]:
    given = sorted({value for value in text.split(",") if value})
    wrong = [value for value in given if value not in known]
    notices.extend(f"There is no {what} “{value}”." for value in wrong)
    return tuple(value for value in given if value not in wrong)


def _one_of(text: str | None, choices: tuple[_Choice, ...], notices: list[str]) -> _Choice:
    if text is not None and text not in choices:
        notices.append(f"There is no “{text}”; choose one of {', '.join(choices)}.")
    return next((choice for choice in choices if choice == text), choices[0])
