"""Invented articles about the letter: a list of mentions (mentions_csv) and a list made from feeds (rss_list)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from etl.demo.exports import Fault, cut_short, repeated, with_faults, write_csv, written_as
from etl.demo.plan import DURATION, LAST_HOUR, TIME_ZONE, Event
from etl.demo.words import Outlet, headlines, outlets

_MENTIONS_HEADER = ("published_at", "outlet", "url", "title", "language", "country", "outlet_type")
_FEED_HEADER = ("date_published", "title", "link", "source_feed", "language")
_SMALL_STORIES = 42
_RUBRICS = ("", " | Podcast", " | Interview", " | Q&A", " | Blog")
_SHARE_IN_MENTIONS, _SHARE_IN_FEEDS = 0.85, 0.4  # many an article stands in both lists
_FEED_LANGUAGES = {"en": ("en-UK", "en-GB", "en"), "de": ("de-DE", "de"), "fr": ("fr-FR",), "pl": ("pl-PL",)}


@dataclass(frozen=True)
class Mention:
    """An article."""

    published_at: datetime
    outlet: Outlet
    url: str
    title: str


def published_mentions(events: list[Event], rng: Random) -> list[Mention]:
    """Every article up to now, in order: a story of the plan runs in about ten outlets, others in one to three."""
    now = datetime.combine(events[0].day + DURATION, time(LAST_HOUR), TIME_ZONE)
    published = [mention for mention in _mentions(events, rng) if mention.published_at < now]
    return sorted(published, key=lambda mention: mention.published_at)


def write_media(folder: Path, published: list[Mention], rng: Random) -> list[Path]:
    """Write mentions.csv and feed-list.csv."""
    mention_rows = [
        [
            mention.published_at.isoformat(),
            mention.outlet.outlet,
            mention.url,
            mention.title,
            mention.outlet.language,
            mention.outlet.country,
            mention.outlet.outlet_type,
        ]
        for mention in published
        if rng.random() < _SHARE_IN_MENTIONS
    ]
    feed_rows = [
        [
            mention.published_at.astimezone(UTC).isoformat(sep=rng.choice(" T")),
            mention.title,
            mention.url + rng.choice(("", "?utm_source=rss&utm_medium=feed")),
            f"https://www.{mention.outlet.domain}/feed.xml",
            rng.choice(_FEED_LANGUAGES.get(mention.outlet.language, (mention.outlet.language,))),
        ]
        for mention in published
        if rng.random() < _SHARE_IN_FEEDS
    ]
    mention_rows = with_faults(mention_rows, _faults(url_column=2, title_column=3), 0.02, rng)
    feed_rows = with_faults(feed_rows, _faults(url_column=2, title_column=1), 0.02, rng)
    return [
        write_csv(folder / "mentions.csv", _MENTIONS_HEADER, mention_rows),
        write_csv(folder / "feed-list.csv", _FEED_HEADER, feed_rows),
    ]


def _mentions(events: list[Event], rng: Random) -> Iterator[Mention]:
    by_language = headlines()
    known = outlets()
    for event in events:
        if event.kind in ("article", "milestone"):
            titles = {language: rng.choice(choices) for language, choices in by_language.items()}
            source = [outlet for outlet in known if outlet.outlet in event.title]
            for outlet in source:
                yield _mention(event.day, outlet, titles[outlet.language], rng)
            for outlet in rng.sample([other for other in known if other not in source], rng.randrange(8, 14)):
                day = event.day + timedelta(days=rng.choice((0, 0, 0, 1, 1, 2)))
                yield _mention(day, outlet, titles[outlet.language], rng)
    for _ in range(_SMALL_STORIES):
        day = events[0].day + timedelta(days=rng.randrange(DURATION.days))
        language = rng.choice(known).language
        title = rng.choice(by_language[language]) + rng.choice(_RUBRICS)
        readers = [outlet for outlet in known if outlet.language == language]
        for outlet in rng.sample(readers, min(len(readers), rng.choice((1, 1, 1, 2, 3)))):
            yield _mention(day, outlet, title, rng)


def _mention(day: date, outlet: Outlet, title: str, rng: Random) -> Mention:
    published_at = datetime.combine(day, time(rng.randrange(6, 22), rng.randrange(60)), TIME_ZONE)
    url = f"https://www.{outlet.domain}/{day:%Y/%m}/{rng.randrange(10_000, 99_999)}.html"
    return Mention(published_at, outlet, url, title)


def _faults(url_column: int, title_column: int) -> tuple[Fault, ...]:
    return written_as("soon", 0), written_as("", title_column), written_as("", url_column), repeated, cut_short
