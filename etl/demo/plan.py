"""What happens in the invented campaign, and how many signatures each happening brings on which day."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from random import Random
from zoneinfo import ZoneInfo

DURATION = timedelta(days=75)
TIME_ZONE = ZoneInfo("Europe/Brussels")
LAST_HOUR = 11  # the last day is not over: nothing happens after eleven
_BASE = 46.0  # signatures on a working day without a wave
_WEEKEND = 0.5  # share of a working day's signatures
_SLOW_DAYS, _SLOW = 8, 0.85  # the last week and today bring fewer
_FADING_DAYS = 1.8  # a wave falls to 37 % in this time
_HOURS = range(6, 24)
_HOUR_WEIGHTS = (1, 3, 6, 9, 10, 9, 8, 8, 9, 9, 8, 7, 6, 6, 8, 8, 6, 3)
# Days since the launch, kind, title, country (None: everywhere), signatures that it brings on its first day.
_HAPPENINGS: tuple[tuple[int, str, str, str | None, float], ...] = (
    (0, "milestone", "Letter published with its first signers", None, 470),
    (5, "mailing", "First newsletter to supporters", None, 170),
    (11, "article", "Imagined Wire reports on the letter", None, 140),
    (16, "mailing", "Mailing to university networks", None, 210),
    (23, "talk", "Talk at an invented conference in Utrecht", "NL", 45),
    (29, "mailing", "Mailing to networks in Poland", "PL", 70),
    (34, "note", "Secretariat of the committee confirms receipt", None, 0),
    (39, "article", "La Gazette Imaginaire interviews the authors", "FR", 90),
    (46, "mailing", "Reminder to supporters", None, 190),
    (53, "mailing", "Mailing to networks in Romania", "RO", 45),
    (58, "article", "Brussels Figment on the committee's hearing", None, 130),
    (64, "note", "Web form closed for two hours of maintenance", None, 0),
    (72, "milestone", "Hearing announced in the committee", None, 0),
)


@dataclass(frozen=True)
class Event:
    """A happening. ``lift``: signatures that it brings on its first day; ``country``: None for the whole campaign."""

    event_id: str
    day: date
    kind: str
    title: str
    country: str | None
    lift: float


@dataclass(frozen=True)
class Moment:
    """When somebody signs, and the country of the happening that moved them, if it had one."""

    day: date
    hour: int
    country: str | None


def planned_events(launched_on: date) -> list[Event]:
    """The campaign's happenings in order; mailings and articles fall on working days."""
    events = []
    for number, (offset, kind, title, country, lift) in enumerate(_HAPPENINGS, start=1):
        day = launched_on + timedelta(days=offset)
        falls_on = working_day(day) if kind in ("mailing", "article") else day
        events.append(Event(f"event-{number:02}", falls_on, kind, title, country, lift))
    return events


def signing_moments(launched_on: date, events: list[Event], rng: Random) -> list[Moment]:
    """The moment of every signature, day by day from the launch to the unfinished last day."""
    moments = []
    for offset in range(DURATION.days + 1):
        day = launched_on + timedelta(days=offset)
        is_last = offset == DURATION.days
        hours = [hour for hour in _HOURS if not is_last or hour < LAST_HOUR]
        weights = _HOUR_WEIGHTS[: len(hours)]
        pace = sum(weights) / sum(_HOUR_WEIGHTS) * (_SLOW if DURATION.days - offset < _SLOW_DAYS else 1.0)
        calm = _BASE * (_WEEKEND if day.weekday() >= 5 else 1.0)
        waves = [(event.country, event.lift * _faded(day - event.day)) for event in events if event.day <= day]
        for country, expected in [(None, calm), *waves]:
            drawn = rng.choices(hours, weights, k=_number_near(expected * pace, rng))
            moments += [Moment(day, hour, country) for hour in drawn]
    return moments


def working_day(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= 5 else day


def _faded(since: timedelta) -> float:
    return exp(-since.days / _FADING_DAYS)


def _number_near(expected: float, rng: Random) -> int:
    """A count with about the spread of a Poisson draw."""
    return max(0, round(rng.gauss(expected, expected**0.5)))
