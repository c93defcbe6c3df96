"""Invented totals of a source: how many of all articles of a day mention the letter (mediacloud_attention)."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random

from etl.demo.exports import write_csv
from etl.demo.media import Mention
from etl.demo.plan import DURATION

_HEADER = ("date", "count", "total_count", "ratio")
_SEEN = 0.8  # of the articles: no source sees all
_ARTICLES, _WEEKEND = 42_000, 0.6  # on a working day, and the share of that on other days


def write_attention(path: Path, published: list[Mention], launched_on: date, rng: Random) -> Path:
    """Write one row for every day that is over."""
    seen = Counter(mention.published_at.date() for mention in published if rng.random() < _SEEN)
    rows = []
    for offset in range(DURATION.days):
        day = launched_on + timedelta(days=offset)
        articles = round(_ARTICLES * (_WEEKEND if day.weekday() >= 5 else 1.0) * rng.uniform(0.94, 1.06))
        rows.append([day.isoformat(), str(seen[day]), str(articles), str(seen[day] / articles)])
    return write_csv(path, _HEADER, rows)
