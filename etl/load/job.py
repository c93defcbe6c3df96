"""Loading: files become rows of the warehouse, and every record is accounted for. Publishing is the next step."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from etl.data_dir import DataDir
from etl.errors import Refused
from etl.forgotten import read_forgotten
from etl.formats.landing import land_faulty
from etl.formats.mended import source_of
from etl.formats.source import Source, all_sources
from etl.formats.unpacked import unpacked
from etl.load.forget import Forgetting, holds_forgotten
from etl.load.meaning import Meanings
from etl.load.people import settle
from etl.load.quarantine import quarantine_path, write_quarantine
from etl.load.reading import Say, Task, open_session, read_file
from etl.load.rotation import fitting_key
from etl.person_key import PersonKey
from etl.sql import run_file
from etl.warehouse.ledger import LedgerRow, read_ledger
from etl.warehouse.warehouse import adopt, next_warehouse, open_for_reading, rebuilt


@dataclass(frozen=True)
class Outcome:
    """What became of one file: its ledger row where it is in the warehouse, else the sentence of the refusal."""

    path: Path
    state: str  # loaded | already_loaded | refused
    message: str
    ledger: LedgerRow | None = None


def load(data_dir: DataDir, tasks: Sequence[Task], say: Say) -> list[Outcome]:
    """Load the files into the next warehouse; a refused one leaves no trace. Call it under the lock.

    Where the rules are others than last time, what was loaded before is typed again, even if there is nothing to load.
    """
    key = fitting_key(data_dir, say)
    ledger, typed_by = _present(data_dir, key)
    marks = [_mark(task) for task in tasks]
    meanings = Meanings(data_dir.reference)
    nothing_new = all(isinstance(mark, Refused) or mark in ledger for mark in marks)
    if nothing_new and typed_by in (None, meanings.fingerprint):
        states = [_known_state(mark) for mark in marks]
    else:
        with next_warehouse(data_dir.warehouse) as connection:
            loader = _Loader(connection, data_dir, key, meanings, set(ledger), say)
            states = [loader.load(task, mark) for task, mark in zip(tasks, marks, strict=True)]
            say("settling which signature of a person counts")
            settle(connection, loader.settled_file)
            ledger = _ledger(connection)
    return [
        Outcome(task.path, state, message, None if isinstance(mark, Refused) else ledger.get(mark))
        for task, mark, (state, message) in zip(tasks, marks, states, strict=True)
    ]


_Mark = tuple[str, str]  # campaign id, SHA-256 of the content: a file is loaded once in a campaign


class _Loader:
    """One run: a connection to the next warehouse, and what the files have in common."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        data_dir: DataDir,
        key: PersonKey,
        meanings: Meanings,
        known: set[_Mark],
        say: Say,
    ) -> None:
        self._connection, self._data_dir, self._meanings = connection, data_dir, meanings
        self._known, self._say = known, say
        self._sources = all_sources(data_dir)
        connection.execute("update warehouse set key_check = $check", {"check": key.check})
        open_session(connection, data_dir, key)
        self.settled_file = self._latest_file()
        if count := self._meanings.learn_again(connection):
            say(f"the rules have changed: {count:,} texts typed again")
            self.settled_file = 0

    def load(self, task: Task, mark: _Mark | Refused) -> tuple[str, str]:
        """State and message of one file."""
        if isinstance(mark, Refused) or mark in self._known:
            return _known_state(mark)
        try:
            with unpacked(task.path) as path:
                source, given = self._read(replace(task, path=path))
                self._accept(task, mark, source, given)  # what is rejected is looked up in the file once more
        except Refused as refusal:
            return "refused", str(refusal)
        self._known.add(mark)
        return "loaded", ""

    def _read(self, task: Task) -> tuple[Source, dict[str, object]]:
        """The source that fits, and the parameters of the steps after reading."""
        source = source_of(task.path, self._sources, format_name=task.format_name, kind=task.kind)
        self._refuse_mixed_kinds(task, source)
        return source, read_file(self._connection, task, source, self._meanings, self._say)

    def _accept(self, task: Task, mark: _Mark, source: Source, given: dict[str, object]) -> None:
        connection = self._connection
        entry = {
            "file_id": self._latest_file() + 1,
            "file": task.path.name,
            "file_sha256": mark[1],
            "kind": source.kind,
            "format": source.format,
            "loaded_at": datetime.now(UTC),
            "note": "; ".join(_notes(task, source)),
            "row_cap": source.row_cap,
        }
        accept_records(connection, source, given | entry)
        land_faulty(connection, source)
        write_quarantine(connection, quarantine_path(self._data_dir.quarantine, *mark), task.path.name, source)

    def _latest_file(self) -> int:
        ((file_id,),) = self._connection.execute("select coalesce(max(file_id), 0) from loaded_file").fetchall()
        return int(file_id)

    def _refuse_mixed_kinds(self, task: Task, source: Source) -> None:
        """A campaign has single signatures or totals by country: both would count the same people twice."""
        other = {"counts": "signatures", "signatures": "counts"}.get(source.kind)
        found = self._connection.execute(
            "select 1 from loaded_file where campaign_id = $campaign and kind = $kind limit 1",
            {"campaign": task.campaign.campaign_id, "kind": other},
        ).fetchone()
        if found:
            raise Refused(
                f"{task.path.name}: the campaign {task.campaign.campaign_id} holds {other} already, and {source.kind} "
                "would count the same people twice; load the file into a campaign of its own."
            )


def accept_records(connection: duckdb.DuckDBPyConnection, source: Source, given: dict[str, object]) -> None:
    """Put what ``read_file`` has read into the warehouse in use, and the file into the ledger.

    ``given``: what ``read_file`` gives, and the columns of ``loaded_file``.
    """
    if source.kind == "signatures":
        run_file(connection, "load/signatures/name_mark.sql")
        connection.execute("alter table kept drop column name")
        run_file(connection, "load/record.sql")
    run_file(connection, f"load/{source.kind}/accept.sql", given)
    run_file(connection, "load/record_file.sql", given)


def _present(data_dir: DataDir, key: PersonKey) -> tuple[dict[_Mark, LedgerRow], str | None]:
    """The ledger, and the fingerprint of the rules that typed what the warehouse holds; None where it holds nothing.

    People whom a restored warehouse knows, and who were forgotten since, leave before anything is counted.
    """
    keys = read_forgotten(key)
    with open_for_reading(data_dir.warehouse) as connection:
        if not holds_forgotten(connection, keys):
            ((typed_by,),) = connection.execute("select rules_fingerprint from warehouse").fetchall()
            return _ledger(connection), typed_by
    with rebuilt(data_dir.warehouse, Forgetting(keys).take_out) as fresh:
        adopt(data_dir.warehouse, fresh)
    return _present(data_dir, key)


def _notes(task: Task, source: Source) -> Iterator[str]:
    """What the ledger says of how a file was read."""
    if undated := task.day_for_undated(source):
        yield f"records without a date count on {undated.day} {undated:%B %Y}"
    if task.only:
        yield f"only {task.only}"
    if source.caution:
        yield source.caution


def _mark(task: Task) -> _Mark | Refused:
    """What tells the file from any other, or why it cannot be read."""
    try:
        with task.path.open("rb") as file:
            return task.campaign.campaign_id, hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return Refused(f"{task.path}: cannot be read ({(error.strerror or 'unknown fault').lower()}).")


def _known_state(mark: _Mark | Refused) -> tuple[str, str]:
    return ("refused", str(mark)) if isinstance(mark, Refused) else ("already_loaded", "loaded before; nothing to do")


def _ledger(connection: duckdb.DuckDBPyConnection) -> dict[_Mark, LedgerRow]:
    return {(row.campaign_id, row.file_sha256): row for row in read_ledger(connection)}
