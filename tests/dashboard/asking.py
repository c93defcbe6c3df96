"""What tests of questions share: a folder of snapshots, asked with the filters of an address."""

from pathlib import Path

from dashboard.ask import Ask
from dashboard.catalogue import catalogue
from dashboard.filters import Filters
from dashboard.snapshot import Published


def ask(published: Path, search: str = "") -> Ask:
    """Ask the current snapshot of a folder; the address must hold no wrong value."""
    snapshot = Published(published).current()
    known = catalogue(snapshot)
    filters, notices = Filters.from_address(search, known)
    assert notices == ()
    return Ask(snapshot, filters, known)
