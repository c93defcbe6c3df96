"""A feed, Atom or RSS, as a document: {"feed": {title, id, language}, "entries": [{title, link, published, …}]}."""

import html
import io
import re
import time
from datetime import UTC, datetime
from pathlib import Path
from xml.sax import ContentHandler, SAXParseException

import feedparser
from defusedxml import DefusedXmlException
from defusedxml.sax import parseString

from etl.errors import Refused
from etl.formats.json_path import Node

_TAG = re.compile(r"<[^>]*>")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def feed_document(path: Path) -> Node:
    """The feed's entries; moments in ISO 8601 where the feed's spelling is known, titles without markup.

    Raises:
        Refused: no feed, not well-formed (an entry might be lost unseen), or with entities of its own.
    """
    content = path.read_bytes()
    try:
        parseString(content, ContentHandler(), forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise Refused(f"{path.name}: declares XML entities, which are not read; export the feed again.") from error
    except SAXParseException as error:
        if "undefined entity" not in error.getMessage():  # &nbsp; and its like: feedparser knows them
            where = f"line {error.getLineNumber()}"
            raise Refused(
                f"{path.name}: {where}: not well-formed ({error.getMessage()}); fetch the feed again."
            ) from error
    found = feedparser.parse(io.BytesIO(content))
    if not found.version:
        raise Refused(f"{path.name}: neither Atom nor RSS.")
    feed: dict[str, Node] = {name: _string(found.feed.get(name)) for name in ("title", "id", "language")}
    return {"feed": feed, "entries": [_entry(entry) for entry in found.entries]}


def _entry(entry: feedparser.FeedParserDict) -> Node:
    return {
        "title": _plain(entry.get("title")),
        "link": _string(entry.get("link")),
        "published": _moment(entry, "published"),
        # feedparser lends "updated" the publication's value; dict.get keeps them apart
        "updated": _moment(entry, "updated") if dict.get(entry, "updated") else None,
        "source": {"title": _plain(entry.get("source", {}).get("title"))},
    }


def _moment(entry: feedparser.FeedParserDict, name: str) -> str | None:
    written = _string(entry.get(name))
    parsed: time.struct_time | None = entry.get(f"{name}_parsed")
    if written is None or parsed is None or _DAY.fullmatch(written.strip()):
        return written  # a day stays that day
    return datetime(*parsed[:6], tzinfo=UTC).isoformat()


def _plain(text: object) -> str | None:
    written = _string(text)
    return None if written is None else " ".join(html.unescape(_TAG.sub("", written)).split())


def _string(value: object) -> str | None:
    return None if value is None else str(value)
