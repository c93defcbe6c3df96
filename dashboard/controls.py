"""The controls of the filter bar: what they offer, and what they say."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode
from zoneinfo import ZoneInfo

from dashboard.ask import Ask
from dashboard.catalogue import MEMBER_STATES, Campaign, Catalogue
from dashboard.filters import Filters
from dashboard.words import short_day

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


def snapshot_options(ids: list[str], campaign: Campaign) -> Options:
    """Every earlier snapshot by the moment at which it was put together, on the clock of the campaign."""
    return [{"value": ident, "label": f"As told {_moment(ident, campaign)}"} for ident in ids[1:]]


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

    said: campaign, days, countries, types, as_of, snapshot. Another campaign has other days, so choosing one takes
    days, snapshot and what is left out off.
    """
    other = isinstance(said["campaign"], str) and said["campaign"] != shown.campaign_id
    days = [] if other else _texts(said["days"])
    given = dict(parse_qsl(shown.to_address().removeprefix("?"))) | {
        "campaign": said["campaign"] if isinstance(said["campaign"], str) else shown.campaign_id,
        "from": days[0] if len(days) == 2 else "",
        "to": days[1] if len(days) == 2 else "",
        "countries": ",".join(_texts(said["countries"])),
        "types": ",".join(_texts(said["types"])),
        "as_of": said["as_of"] if isinstance(said["as_of"], str) and not other else "",
        "snapshot": said["snapshot"] if isinstance(said["snapshot"], str) and not other else "",
        **({"without": ""} if other else {}),
    }
    return "?" + urlencode(given)


def half_chosen(days: object) -> bool:
    """Whether the reader has chosen the first day of a span and not yet the last."""
    return isinstance(days, list) and len(days) == 2 and bool(days[0]) != bool(days[1])


def _texts(value: object) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
