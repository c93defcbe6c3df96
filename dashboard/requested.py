"""What an address asks for: the snapshot, the filters, and what in it could not be followed."""

from dataclasses import dataclass, replace
from urllib.parse import parse_qs

from flask import request

from dashboard.access.reader import reader
from dashboard.ask import Ask
from dashboard.catalogue import catalogue
from dashboard.errors import UnknownSnapshotError
from dashboard.filters import Filters
from dashboard.palette import DARK, LIGHT, Palette
from dashboard.snapshot import Published, Snapshot


@dataclass(frozen=True)
class Requested:
    """ask: the questions asked with the address's filters. notices: a sentence for each part that was left out."""

    ask: Ask
    notices: tuple[str, ...]


def chosen_palette() -> Palette:
    """The colours of the scheme that the reader's browser says it shows."""
    return DARK if request.cookies.get("scheme") == "dark" else LIGHT


def requested(published: Published, search: str, palette: Palette = LIGHT) -> Requested:
    """Read the query part of an address. A past snapshot that is not there any more is left out, with a notice.

    Raises NoSnapshotError where nothing has been published.
    """
    latest = published.current()
    wanted = parse_qs(search.removeprefix("?")).get("snapshot", [""])[-1]
    try:
        shown = published.by_id(wanted) if wanted else latest
    except UnknownSnapshotError:
        found = _requested(latest, latest, search, palette)
        bare = replace(found.ask, filters=replace(found.ask.filters, snapshot_id=None))
        return Requested(bare, (*found.notices, f"There is no snapshot “{wanted}” any more."))
    return _requested(shown, latest, search, palette)


def _requested(shown: Snapshot, latest: Snapshot, search: str, palette: Palette) -> Requested:
    known = catalogue(shown)
    filters, notices = Filters.from_address(search, known)
    return Requested(Ask(shown, filters, known, palette, latest=latest, role=reader().role), notices)
