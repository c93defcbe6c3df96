"""Feeds: the addresses that campaign.toml lists are read into the inbox, and go the way of any file from there."""

import hashlib
import io
import json
import os
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Literal
from urllib.parse import urlsplit

import feedparser
import httpx

from etl.errors import Refused

_TIME_OUT = 20.0  # seconds without a byte
_LONGEST = 60.0  # seconds for one feed
_LARGEST = 10_000_000  # bytes, unpacked; a feed of a hundred articles has less than one million
_MARKS = ".feeds.json"  # hidden: the inbox leaves it alone
_SENT_BACK = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
_HEADERS = {
    "User-Agent": "campaign-etl (feeds)",
    "Accept": "application/atom+xml, application/rss+xml, text/xml",
}


@dataclass(frozen=True)
class Fetched:
    """What became of one feed. ``file``: its name in the inbox, empty where nothing came."""

    address: str
    state: Literal["fetched", "unchanged", "failed"]
    message: str
    file: str = ""


def fetch_feeds(addresses: list[str], folder: Path) -> list[Fetched]:
    """Read each feed into ``folder``, one after the other; one that fails does not stop the others.

    A feed is asked for only if it changed since the last time (ETag, Last-Modified). A file is named after the address
    and the content, so that nothing that came before is written over.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known = folder / _MARKS
    marks: dict[str, dict[str, str]] = json.loads(known.read_text(encoding="utf-8")) if known.exists() else {}
    found = []
    with httpx.Client(follow_redirects=True, max_redirects=5, timeout=_TIME_OUT, headers=_HEADERS) as client:
        for address in addresses:
            try:
                found.append(_fetched(client, address, folder, marks))
            except (Refused, httpx.HTTPError, httpx.InvalidURL) as error:
                found.append(Fetched(address, "failed", _said(address, error)))
    _write(known, json.dumps(marks, indent=1).encode())
    return found


def _fetched(client: httpx.Client, address: str, folder: Path, marks: dict[str, dict[str, str]]) -> Fetched:
    asked = {_SENT_BACK[name]: value for name, value in marks.get(address, {}).items()}
    with client.stream("GET", address, headers=asked) as answer:
        if answer.status_code == httpx.codes.NOT_MODIFIED:
            return Fetched(address, "unchanged", "Nothing new since the last time.")
        answer.raise_for_status()
        content = _content(answer)
    if not feedparser.parse(io.BytesIO(content)).version:
        raise Refused("this is no Atom or RSS feed; look up the feed's own address")
    name = f"feed-{urlsplit(address).hostname}-{_hash(address.encode())}-{_hash(content)}.xml"
    marks[address] = {mark: answer.headers[mark] for mark in _SENT_BACK if mark in answer.headers}
    if (folder / name).exists():
        return Fetched(address, "unchanged", "Nothing new since the last time.")
    _write(folder / name, content)
    return Fetched(address, "fetched", f"{len(content):,} bytes", name)


def _content(answer: httpx.Response) -> bytes:
    content, began = bytearray(), monotonic()
    for part in answer.iter_bytes():
        content += part
        if len(content) > _LARGEST:
            raise Refused(f"it is larger than {_LARGEST:,} bytes; ask for a feed with fewer articles")
        if monotonic() - began > _LONGEST:
            raise Refused(f"it was not read within {_LONGEST:.0f} seconds; try again later")
    return bytes(content)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(content)
    os.replace(beside, path)


def _said(address: str, error: Exception) -> str:
    if isinstance(error, Refused):
        return f"{address}: {error}."
    if isinstance(error, httpx.HTTPStatusError):
        return f"{address}: the server answered {error.response.status_code}; check the address in campaign.toml."
    if isinstance(error, httpx.TimeoutException):
        return f"{address}: no answer within {_TIME_OUT:.0f} seconds; try again later."
    return f"{address}: cannot be reached ({type(error).__name__}); mend the address in campaign.toml or try again."
