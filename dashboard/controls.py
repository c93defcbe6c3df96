"""The controls of the filter bar: what they offer, and what they say."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode

from dashboard.ask import Ask
from dashboard.catalogue import MEMBER_STATES, Catalogue
from dashboard.filters import Filters

Options = list[dict[str, object]]
_OFTEN_WANTED = (7, 30)  # days
_EVENTS = 4  # between the last so many events there are spans to choose
_LONGEST_TITLE = 28  # letters of an event in such a choice


def campaign_options(known: Catalogue) -> Options:
    """Every campaign by its title."""
    return [{"value": campaign.campaign_id, "label": campaign.title} for campaign in known.campaigns]


def country_options(ask: Ask) -> Options:
    """The group of member states, each member state, and the other countries of which the campaign knows something."""
    seen = ask("countries_seen")

    def listed(members: bool) -> Options:
        rows = seen[seen["is_member_state"] == members]
        return [{"value": code, "label": name} for code, name in zip(rows["iso2"], rows["name"], strict=True)]

    return [
        {"group": "Groups", "items": [{"value": MEMBER_STATES, "label": "All member states"}]},
        {"group": "Member states", "items": listed(True)},
        {"group": "Other countries", "items": listed(False)},
    ]


def type_options(known: Catalogue) -> Options:
    """Every kind of institution."""
    return [{"value": kind.institution_type, "label": kind.label} for kind in known.institution_types]


def presets(ask: Ask) -> Options:
    """Spans of days that are often wanted: the last finished ones, since the launch, and between the last events."""
    last = ask.last_finished_day
    spans: list[tuple[str, date, date]] = [
        *((f"Last {days} finished days", last - timedelta(days - 1), last) for days in _OFTEN_WANTED),
        ("Since the launch", ask.campaign.launched_on, ask.as_of),
        *_between_events(ask),
    ]
    return [{"value": [first.isoformat(), end.isoformat()], "label": label} for label, first, end in spans]


def _between_events(ask: Ask) -> list[tuple[str, date, date]]:
    """From the last event to today, and from each of the few before it to the next one."""
    events = ask("events", from_day=None, to_day=ask.as_of, countries=()).tail(_EVENTS)
    named = [(_short(title), day.date()) for title, day in zip(events["title"], events["day"], strict=True)]
    spans = [(f"{one} – {two}", first, end) for (one, first), (two, end) in pairwise(named) if first < end]
    since = [(f"Since {named[-1][0]}", named[-1][1], ask.as_of)] if named else []
    return since + spans[::-1]


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def from_controls(shown: Filters, said: Mapping[str, object], known: Catalogue) -> tuple[Filters, tuple[str, ...]]:
    """The filters that the controls say. What a browser sends is not trusted: it is read as an address would be.

    said: campaign, days, countries, types. Another campaign has other days, so choosing one takes the days off.
    """
    days = _texts(said["days"])
    given = dict(parse_qsl(shown.to_address().removeprefix("?"))) | {
        "campaign": said["campaign"] if isinstance(said["campaign"], str) else shown.campaign_id,
        "from": days[0] if len(days) == 2 else "",
        "to": days[1] if len(days) == 2 else "",
        "countries": ",".join(_texts(said["countries"])),
        "types": ",".join(_texts(said["types"])),
    }
    filters, notices = Filters.from_address(urlencode(given), known)
    if filters.campaign_id != shown.campaign_id:
        filters = replace(filters, from_day=None, to_day=None, as_of=None)
    return filters, notices


def half_chosen(days: object) -> bool:
    """Whether the reader has chosen the first day of a span and not yet the last."""
    return isinstance(days, list) and len(days) == 2 and bool(days[0]) != bool(days[1])


def _texts(value: object) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
