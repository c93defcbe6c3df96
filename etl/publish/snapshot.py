"""Publishing: the totals of the warehouse become a new snapshot beside the earlier ones, and a pointer is switched.

Beside each exact snapshot lies the protected one of the same id, ``protected-<id>.duckdb``, and beside each its seal.
"""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from etl.campaign import all_campaigns
from etl.data_dir import DataDir
from etl.publish.networks import fill_networks
from etl.publish.protected import fill_protected
from etl.publish.reference import fill_reference
from etl.publish.review import count_signatures
from etl.publish.seal import seal, unlink_sealed
from etl.publish.stories import tell_stories
from etl.sql import ask_file, run_file
from etl.warehouse.warehouse import open_for_reading, switch

SCHEMA_VERSION = 1
SNAPSHOTS_KEPT = 30
_NOT_CONTENT = {"snapshot", "load_ledger", "rejection"}


def publish(data_dir: DataDir, *, always: bool = False) -> str:
    """Build the snapshot from the present warehouse and let CURRENT name it. Call it under the warehouse's lock.

    Where nothing would differ from the present snapshot, that one stays (unless ``always``).

    Returns:
        The id of the snapshot that is current now.

    Raises:
        Refused: a campaign's own files cannot be read.
    """
    folder = data_dir.published
    folder.mkdir(parents=True, exist_ok=True)
    for left_over in folder.glob("building*.duckdb*"):
        left_over.unlink()
    building, for_others = folder / "building.duckdb", folder / "building-protected.duckdb"
    built_at = datetime.now(UTC)
    with open_for_reading(data_dir.warehouse) as connection:
        build_totals(connection, building, data_dir)
        present = current_snapshot(folder)
        marks = _table_marks(connection, "published")
        content = _digest({name: mark for name, mark in marks.items() if name not in _NOT_CONTENT})
        if present and not always and _holds(connection, present, content, marks):
            building.unlink()
            return _id(present)
        with connection.cursor() as protecting:
            fill_protected(protecting, for_others)
            shown = _digest(_table_marks(protecting, "protected"))
            # Others see the id: it must not hold a mark of exact numbers, against which guesses could be tried.
            snapshot_id = f"{built_at:%Y%m%dT%H%M%S}{built_at.microsecond // 1000:03d}Z-{shown[:8]}"
            _finish(protecting, [snapshot_id, built_at, shown])
        _finish(connection, [snapshot_id, built_at, content])
    path = folder / f"snapshot-{snapshot_id}.duckdb"
    _give_name(for_others, folder / f"protected-{snapshot_id}.duckdb")
    _give_name(building, path)
    switch(folder, path)
    for kind in ("snapshot", "protected"):
        for old in sorted(folder.glob(f"{kind}-*.duckdb"))[:-SNAPSHOTS_KEPT]:
            unlink_sealed(old)
    return snapshot_id


def note_checked(folder: Path, snapshot_id: str) -> None:
    """Write into CHECKED that a snapshot is up to date at this moment, although nothing in it may be new."""
    fresh = folder / "CHECKED.new"
    fresh.write_text(f"{datetime.now(UTC).isoformat()} {snapshot_id}\n", encoding="ascii")
    fresh.replace(folder / "CHECKED")


def current_snapshot(folder: Path) -> Path | None:
    """The file that CURRENT names, where there is one."""
    pointer = folder / "CURRENT"
    path = folder / pointer.read_text(encoding="ascii").strip() if pointer.exists() else None
    return path if path and path.is_file() else None


def current_snapshot_id(folder: Path) -> str | None:
    """The id of the current snapshot, where there is one."""
    path = current_snapshot(folder)
    return _id(path) if path else None


def build_totals(connection: duckdb.DuckDBPyConnection, path: Path, data_dir: DataDir) -> None:
    """Attach a new database as ``published`` and fill it from the warehouse in use."""
    connection.execute("attach $path as published (recovery_mode no_wal_writes)", {"path": str(path)})
    (in_use,) = connection.execute("select current_database()").fetchall()[0]
    connection.execute("use published")
    run_file(connection, "publish/schema.sql")
    run_file(connection, "publish/macros.sql")
    campaigns = all_campaigns(data_dir)
    fill_reference(connection, data_dir, campaigns)
    fill_networks(connection, data_dir, campaigns)
    connection.execute("use warehouse" if in_use == "warehouse" else "use memory")
    run_file(connection, "warehouse/views.sql")
    count_signatures(connection, data_dir, campaigns)
    run_file(connection, "publish/totals.sql")
    run_file(connection, "publish/returners.sql")
    tell_stories(connection)
    run_file(connection, "publish/media.sql")
    run_file(connection, "publish/attention.sql")
    run_file(connection, "publish/outreach.sql")
    run_file(connection, "publish/members.sql")
    run_file(connection, "publish/mailings.sql")
    run_file(connection, "publish/combinations.sql")
    run_file(connection, "publish/networks.sql")
    connection.execute("use published")
    run_file(connection, "publish/brief.sql")


def _finish(connection: duckdb.DuckDBPyConnection, about: list[object]) -> None:
    """Write down what the snapshot in use is, and bring all of it to its file."""
    connection.execute("insert into snapshot values (?, ?, ?, ?)", [*about, SCHEMA_VERSION])
    connection.execute("checkpoint")


def _give_name(building: Path, path: Path) -> None:
    seal(building, path.name)
    building.rename(path)


def _table_marks(connection: duckdb.DuckDBPyConnection, database: str) -> dict[str, str]:
    """Table → mark of its rows, for all tables of a database but ``snapshot``, in the order of their names.

    The same whatever the rows' order and the machine's time zone.
    """
    connection.execute("set timezone = 'UTC'")
    names = connection.execute(
        "select table_name from duckdb_tables() where database_name = $database order by all", {"database": database}
    ).fetchall()
    marks: dict[str, str] = {}
    for (name,) in names:
        if name == "snapshot":
            continue
        ((marks[name],),) = ask_file(connection, "publish/fingerprint.sql", {"table": f"{database}.main.{name}"})
    return marks


def _digest(marks: dict[str, str]) -> str:
    return hashlib.sha256("".join(f"{name} {mark}\n" for name, mark in marks.items()).encode()).hexdigest()


def _holds(connection: duckdb.DuckDBPyConnection, path: Path, content: str, marks: dict[str, str]) -> bool:
    """Whether a snapshot has this content, and the same tables beside it; its own content is marked already."""
    connection.execute("attach $path as present (read_only)", {"path": str(path)})
    if connection.execute("select content_sha256 from present.snapshot").fetchall() != [(content,)]:
        return False
    return _table_marks(connection, "present") == marks


def _id(path: Path) -> str:
    return path.stem.removeprefix("snapshot-")
