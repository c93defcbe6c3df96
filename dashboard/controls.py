"""The controls of the filter bar: what they offer, and what they say."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qsl, urlencode
from zoneinfo import ZoneInfo

from dash.development.base_component import Component

from dashboard.aria import aria
from dashboard.ask import Ask
from dashboard.catalogue import MEMBER_STATES, Campaign
from dashboard.elements import html
from dashboard.filters import Filters
from dashboard.plain import plain
from dashboard.switch import switch
from dashboard.words import listed, short_day, span

UNSAID = {
    "campaign": "Campaign",
    "days": "All days",
    "countries": "All countries",
    "types": "All kinds of institution",
    "as_of": "As of today",
    "snapshot": "As known now",
}
"""What stands on a menu where nothing is chosen."""
_OFTEN_WANTED = (7, 30)  # days
_EVENTS = 4  # between the last so many events there are spans to choose
_LONGEST_TITLE = 28  # letters of an event in such a choice


def menu_words(ask: Ask) -> dict[str, str]:
    """What stands on each menu: what is chosen there, or that nothing is."""
    filters, known = ask.filters, ask.known
    chosen = {
        "campaign": ask.campaign.title,
        "days": span(filters.from_day, filters.to_day),
        "countries": listed([known.country_name(code) for code in filters.countries]),
        "types": listed([known.type_label(kind) for kind in filters.institution_types]),
        "as_of": f"As of {short_day(filters.as_of)}" if filters.as_of else "",
        "snapshot": f"As told {_moment(filters.snapshot_id, ask.campaign)}" if filters.snapshot_id else "",
    }
    return {menu: words or UNSAID[menu] for menu, words in chosen.items()}


def campaigns(ask: Ask) -> Component:
    """Every campaign by its title. Days, snapshot and what is left out are each campaign's own."""
    bare = replace(ask.filters, from_day=None, to_day=None, as_of=None, snapshot_id=None, left_out=None)
    each = [
        (one.title, ask.filters if one == ask.campaign else replace(bare, campaign_id=one.campaign_id))
        for one in ask.known.campaigns
    ]
    return switch("Campaign", each, ask.filters)


def countries(ask: Ask) -> list[Any]:
    """All member states at once, each of them, and the other countries of which the campaign knows something."""
    seen = sorted(ask.records("countries_seen"), key=lambda one: not one["is_member_state"])
    each = [(one["name"], one["iso2"]) for one in seen]
    return _boxes("countries", (("All member states", MEMBER_STATES), *each), ask.filters.countries)


def types(ask: Ask) -> list[Any]:
    """Every kind of institution."""
    each = tuple((kind.label, kind.institution_type) for kind in ask.known.institution_types)
    return _boxes("types", each, ask.filters.institution_types)


@lru_cache  # one page after the other has the same ones, and no other part of the frame is as large
def _boxes(key: str, each: tuple[tuple[str, str], ...], chosen: tuple[str, ...]) -> list[Any]:
    """A button for each name and code, pressed where it is chosen, in the form in which a browser gets it.

    key: of the address; the browser puts the code there or takes it out (assets/dashboard.js).
    """

    def box(name: str, code: str) -> Component:
        told: Any = {"data-key": key, "data-code": code}
        return html.Button(name, **told, **aria(pressed=str(code in chosen).lower()))

    boxes: list[Any] = plain([box(name, code) for name, code in each])
    return boxes


def spans(ask: Ask) -> Component:
    """Spans of days that are often wanted: the last finished ones, since the launch, and between the last events."""
    last = ask.last_finished_day
    wanted: list[tuple[str, date | None, date | None]] = [
        (UNSAID["days"], None, None),
        *((f"Last {days} finished days", last - timedelta(days - 1), last) for days in _OFTEN_WANTED),
        ("Since the launch", ask.campaign.launched_on, ask.as_of),
        *_between_events(ask),
    ]
    views = [(words, replace(ask.filters, from_day=first, to_day=end)) for words, first, end in wanted]
    return switch("Spans of days", views, ask.filters)


def _between_events(ask: Ask) -> list[tuple[str, date, date]]:
    """From the last event to today, and from each of the few before it to the next one."""
    events = ask.records("events", from_day=None, to_day=ask.as_of, countries=())[-_EVENTS:]
    named = [(_short(event["title"]), event["day"]) for event in events]
    spans = [(f"{one} – {two}", first, end) for (one, first), (two, end) in pairwise(named) if first < end]
    since = [(f"Since {named[-1][0]}", named[-1][1], ask.as_of)] if named else []
    return since + spans[::-1]


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def snapshots(ask: Ask, ids: list[str]) -> Component:
    """What is known now, and every earlier snapshot by the moment of its building, on the clock of the campaign."""
    earlier = [(f"As told {_moment(ident, ask.campaign)}", ident) for ident in ids[1:]]
    choices = [(UNSAID["snapshot"], None), *earlier]
    return switch(
        "Snapshot", [(words, replace(ask.filters, snapshot_id=ident)) for words, ident in choices], ask.filters
    )


def _moment(snapshot_id: str, campaign: Campaign) -> str:
    """From the beginning of the id, so that no file is opened."""
    try:
        built_at = datetime.strptime(snapshot_id[:15], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return f"in {snapshot_id}"
    local = built_at.astimezone(ZoneInfo(campaign.time_zone))
    return f"{short_day(local)}, {local:%H:%M}"


def from_controls(shown: Filters, said: Mapping[str, object]) -> str:
    """The query part of the address that the controls say; what a browser sends is read as any other address.

    said: first_day, last_day, as_of.
    """
    given = dict(parse_qsl(shown.to_address().removeprefix("?"))) | {
        "from": _text(said["first_day"]),
        "to": _text(said["last_day"]),
        "as_of": _text(said["as_of"]),
    }
    return "?" + urlencode(given)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
