"""Invented outreach: whom the organisers contacted, step by step, in the layout contact_log_csv."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from etl.demo.exports import Row, cut_short, repeated, with_faults, write_csv, written_as
from etl.demo.people import Inventor
from etl.demo.plan import DURATION, LAST_HOUR, TIME_ZONE, working_day
from etl.demo.words import places

_HEADER = (
    *("occurred_at", "organisation", "contact_role", "country", "institution_type", "channel", "stage", "owner"),
    *("wave", "follow_up_on", "notes"),
)
_CONTACTS = 230
_NOT_ASKED = {"US", "CA", "UA"}
_CHANNELS, _CHANNEL_WEIGHTS = ("email", "phone", "meeting", "social"), (70, 14, 8, 8)
_ROLES = ("Dean", "Head of communications", "Policy officer", "Chair", "Secretary general", "Librarian", "Press desk")
_OWNERS = ("team north", "team south", "team centre")
_NOTES = ("", "", "", "asked for the text in their language", 'will put it to the board, "soon"', "no answer; by phone")
_FAULTS = (
    written_as("last Tuesday", 0),
    written_as("", 1),
    written_as("Neverland", 3),
    written_as("maybe", 6),
    repeated,
    cut_short,
)


@dataclass(frozen=True)
class _Contact:
    organisation: str
    role: str
    country: str
    institution_type: str
    channel: str
    owner: str
    wave: str
    listed_on: date


def write_contact_log(path: Path, launched_on: date, rng: Random) -> Path:
    """Write several hundred steps with 230 contacts in three waves, none after the last day."""
    now = datetime.combine(launched_on + DURATION, time(LAST_HOUR), TIME_ZONE)
    rows = [
        _row(contact, stage, occurred_at, rng)
        for contact in _contacts(launched_on, rng)
        for stage, day in _steps(contact, rng)
        if (occurred_at := datetime.combine(day, time(rng.randrange(9, 18), rng.randrange(60)), TIME_ZONE)) < now
    ]
    return write_csv(path, _HEADER, with_faults(sorted(rows), _FAULTS, 0.01, rng))


def _contacts(launched_on: date, rng: Random) -> Iterator[_Contact]:
    """Organisations of the places that sign most are asked most: the organisers know people there."""
    inventor = Inventor(rng)
    asked = [place for place in places() if place.iso2 not in _NOT_ASKED]
    for place in rng.choices(asked, [place.weight**0.6 for place in asked], k=_CONTACTS):
        organisation = inventor.organisation(place)
        wave = rng.randrange(3)
        yield _Contact(
            organisation=organisation.text,
            role=rng.choice(_ROLES),
            country=rng.choice(place.spellings),
            institution_type=organisation.institution_type,
            channel=rng.choices(_CHANNELS, _CHANNEL_WEIGHTS)[0],
            owner=rng.choice(_OWNERS),
            wave=f"wave-{wave + 1}",
            listed_on=working_day(launched_on + timedelta(days=wave * 23 + rng.randrange(-6, 14))),
        )


def _steps(contact: _Contact, rng: Random) -> Iterator[tuple[str, date]]:
    """The stages that a contact goes through, each with its day, until it goes no further."""
    day = contact.listed_on
    yield "target", day
    if rng.random() < 0.12:
        return
    day = _later(day, rng.randrange(1, 7))
    yield "contacted", day
    if contact.channel == "email" and rng.random() < 0.5:
        yield "delivered", day
        if rng.random() < 0.4:
            yield "clicked", _later(day, rng.randrange(2))
    if rng.random() < 0.5:
        return
    day = _later(day, rng.randrange(1, 9))
    yield "replied", day
    answer = rng.random()
    if answer < 0.22:
        yield "declined", day
    elif answer < 0.7:
        day = _later(day, rng.randrange(1, 10))
        yield "committed", day
        if rng.random() < 0.65:
            yield "signed", _later(day, rng.randrange(1, 12))


def _row(contact: _Contact, stage: str, occurred_at: datetime, rng: Random) -> Row:
    is_open = stage in ("contacted", "replied") and rng.random() < 0.6
    return [
        occurred_at.isoformat(),
        contact.organisation,
        contact.role,
        contact.country,
        contact.institution_type,
        contact.channel,
        stage,
        contact.owner,
        contact.wave,
        _later(occurred_at.date(), rng.randrange(5, 21)).isoformat() if is_open else "",
        rng.choice(_NOTES),
    ]


def _later(day: date, days: int) -> date:
    return working_day(day + timedelta(days=days))
