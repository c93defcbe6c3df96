"""Who sends the request that is being answered, and the snapshots that they may read."""

from dataclasses import dataclass
from pathlib import Path

from flask import g

from dashboard.access.roles import Role
from dashboard.snapshot import Published, Snapshot


@dataclass(frozen=True)
class Reader:
    """Somebody who was let in. name: of their account; empty at the machine itself. can_leave: they can sign out."""

    role: Role
    name: str = ""
    can_leave: bool = False


def reader() -> Reader:
    """Whoever the gate let in with this request. Without one there is nobody: that is a fault, not an organiser."""
    found: Reader = g.reader
    return found


class PublishedForReader(Published):
    """The folder of published snapshots as the reader of the present request may see it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._protected = Published(folder, protected=True)

    def current(self) -> Snapshot:
        return super().current() if reader().role.sees_exact_counts else self._protected.current()

    def by_id(self, snapshot_id: str) -> Snapshot:
        return super().by_id(snapshot_id) if reader().role.sees_exact_counts else self._protected.by_id(snapshot_id)

    def ids(self) -> list[str]:
        return super().ids() if reader().role.sees_exact_counts else self._protected.ids()
