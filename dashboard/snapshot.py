"""The published snapshot: which file is current, opened read-only and locked, and asked through one cursor a query."""

import hashlib
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pandas as pd

from dashboard.errors import NoSnapshotError, OtherSchemaError, UnknownSnapshotError
from dashboard.kept import Kept
from dashboard.time_limit import TimeLimit

QUERY_SECONDS = 20
_MOST_VALUES = 4_000_000  # of all answers that are kept
_MOST_OF_ONE = 400_000  # a longer answer is asked for seldom, as a file
_VALUES_BESIDE = 10_000  # as much as a short answer takes up, in values of a long one
_GENERATIONS_KEPT = 3
_Answer = TypeVar("_Answer")
Rows = duckdb.DuckDBPyConnection  # of a statement that was run
Fetch = Callable[[Rows], tuple[_Answer, int]]
"""What makes an answer of what a statement gave, and tells how many values it holds."""
_LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
    "perfect_ht_threshold": 20,  # bits: groups of up to a million whole numbers are counted in an array
    "lock_configuration": True,
}


@dataclass(frozen=True)
class Snapshot:
    """One published file, open for reading. snapshot_id names it, built_at says when it was built (aware)."""

    snapshot_id: str
    built_at: datetime
    connection: duckdb.DuckDBPyConnection
    folder: Path
    limit: TimeLimit = field(default_factory=lambda: TimeLimit(QUERY_SECONDS), compare=False, repr=False)
    kept: Kept[Any] = field(default_factory=lambda: Kept(_MOST_VALUES), compare=False, repr=False)
    _statements: dict[str, tuple[duckdb.Statement, list[str]]] = field(  # parsed once, with what they name
        default_factory=dict, compare=False, repr=False
    )

    @property
    def checked_at(self) -> datetime:
        """When a load last found it up to date (aware); when it was built, where none did since."""
        try:
            moment, snapshot_id = (self.folder / "CHECKED").read_text(encoding="ascii").split()
            checked_at = datetime.fromisoformat(moment).astimezone()
        except (OSError, ValueError):
            return self.built_at
        return max(checked_at, self.built_at) if snapshot_id == self.snapshot_id else self.built_at

    def query(self, sql: str, parameters: Mapping[str, object]) -> pd.DataFrame:
        """The rows of one statement. Parameters that the statement does not name are left out.

        Raises duckdb.InterruptException after QUERY_SECONDS, OtherSchemaError where the file lacks what is asked for.
        """
        return self.fetched(sql, parameters, _frame).copy(deep=False)  # pandas copies what is written to

    def records(self, sql: str, parameters: Mapping[str, object]) -> list[dict[str, Any]]:
        """The same as plain values, for a handful of rows: a frame of them takes longer than the statement."""
        names, *rows = self.fetched(sql, parameters, _plain)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def fetched(self, sql: str, parameters: Mapping[str, object], fetch: Fetch[_Answer]) -> _Answer:
        """What ``fetch`` makes of the rows. It is kept, so nobody may write to it."""
        if sql not in self._statements:
            statement = self.connection.cursor().extract_statements(sql)[0]
            self._statements[sql] = statement, sorted(statement.named_parameters)
        statement, names = self._statements[sql]
        bound = {name: parameters[name] for name in names}
        asked = (sql, fetch, repr(bound))  # what the statement does not name makes no other answer
        if (known := self.kept.find(asked)) is not None:
            kept: _Answer = known
            return kept
        cursor = self.connection.cursor()
        try:
            with self.limit.on(cursor):
                cursor.execute(statement, bound)
                fetched, values = fetch(cursor)
        except (duckdb.BinderException, duckdb.CatalogException) as misfit:
            raise OtherSchemaError(
                f"The snapshot {self.snapshot_id} was published by another version of this program: "
                "run 'etl publish', and the pages are there again."
            ) from misfit
        if values <= _MOST_OF_ONE:
            self.kept.keep(asked, fetched, _VALUES_BESIDE + values)
        return fetched

    def table(self, name: str) -> pd.DataFrame:
        """A small table of the snapshot, whole."""
        return self.query(f'from "{name}"', {})


def _frame(rows: Rows) -> tuple[pd.DataFrame, int]:
    frame = rows.df()
    return frame, frame.size


def _plain(rows: Rows) -> tuple[list[tuple[Any, ...]], int]:
    names = tuple(name for name, *_ in rows.description)
    plain = [names, *rows.fetchall()]
    return plain, len(plain) * len(names)


def _open(path: Path) -> Snapshot:
    seal = path.with_name(path.name + ".sha256")
    if seal.is_file() and seal.read_text(encoding="ascii").split()[:1] != [_mark(path)]:
        raise duckdb.IOException(f"{path.name} is not as it was published")
    connection = duckdb.connect(str(path), read_only=True, config=_LOCKED)
    row = connection.execute("select snapshot_id, epoch(built_at) from snapshot").fetchone()
    if row is None:
        raise duckdb.InvalidInputException(f"{path.name} has no row in its table 'snapshot'")
    return Snapshot(str(row[0]), datetime.fromtimestamp(row[1]).astimezone(), connection, path.parent)


def _mark(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Published:
    """The folder of published snapshots. One object per server process or command; safe to use from many threads.

    A file name is never used twice, so one connection per name is right. A few generations stay open, so that a
    request that began before a switch ends on the file it began with. protected: read what may be shown to others,
    ``protected-<id>.duckdb``, instead of the exact ``snapshot-<id>.duckdb`` beside it.
    """

    def __init__(self, folder: Path, *, protected: bool = False) -> None:
        self._folder, self._pointer = folder, folder / "CURRENT"
        self._kind = "protected" if protected else "snapshot"
        self._lock = threading.Lock()
        self._opened: dict[str, Snapshot] = {}
        self._damaged: dict[str, int] = {}  # name → when it was last changed

    def current(self) -> Snapshot:
        """The snapshot that CURRENT names; the last good one where that file is missing or cannot be read.

        Raises NoSnapshotError where there is none.
        """
        for names in (self._named, lambda: sorted(self._opened, reverse=True), self._on_disk):
            for name in names():
                if snapshot := self._snapshot(name):
                    return snapshot
        raise NoSnapshotError(
            f"Nothing has been published in {self._folder} yet: load a file with 'etl load FILE' or 'etl run' first."
        )

    def is_as_published(self) -> bool:
        """Whether the file that CURRENT names is the one that is served."""
        return bool(self._named()) and self.current() is self._snapshot(self._named()[0])

    def by_id(self, snapshot_id: str) -> Snapshot:
        """An earlier snapshot by its id. Raises UnknownSnapshotError."""
        name = f"{self._kind}-{snapshot_id}.duckdb"
        if name in self._on_disk() and (snapshot := self._snapshot(name)):
            return snapshot
        raise UnknownSnapshotError(f"There is no snapshot '{snapshot_id}' in {self._folder}; leave --snapshot out.")

    def ids(self) -> list[str]:
        """The ids of all snapshots that are kept, the latest first."""
        return [name.removeprefix(f"{self._kind}-").removesuffix(".duckdb") for name in self._on_disk()]

    def _named(self) -> list[str]:
        try:
            name = self._pointer.read_bytes().decode().strip()
        except OSError:
            return []
        named = name.replace("snapshot-", f"{self._kind}-", 1)
        return [named] if name and Path(name).name == name else []

    def _on_disk(self) -> list[str]:
        return sorted((path.name for path in self._folder.glob(f"{self._kind}-*.duckdb")), reverse=True)

    def _snapshot(self, name: str) -> Snapshot | None:
        with self._lock:
            if name not in self._opened:
                path = self._folder / name
                changed = path.stat().st_mtime_ns if path.exists() else None
                if changed is None or self._damaged.get(name) == changed:
                    return None
                try:
                    self._opened[name] = _open(path)
                except (duckdb.Error, OSError):
                    self._damaged[name] = changed
                    return None
            self._opened[name] = self._opened.pop(name)  # the last one that was asked for stays open longest
            for old in list(self._opened)[:-_GENERATIONS_KEPT]:
                del self._opened[old]  # closed when the last request that uses it is done
            return self._opened[name]
