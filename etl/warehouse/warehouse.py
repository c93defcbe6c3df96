"""The private database: one DuckDB file per data directory, replaced whole.

A run works on a copy beside the present file and switches a pointer at the end; a run that dies changes nothing.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from etl.durable import sync
from etl.errors import Refused
from etl.warehouse.tables import Column, columns, create_tables, refuse_earlier

_SECONDS_TO_WAIT = 60
_MEMORY = "2500MiB"  # for DuckDB; what does not fit waits on disk, in the folder of the warehouse


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the installation for one writer; a second one waits a minute, then is refused.

    The lock is the operating system's: it is gone when its holder dies.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "LOCK", timeout=_SECONDS_TO_WAIT):
            yield
    except Timeout as error:
        raise Refused(f"Another load is at work in {folder.parent}; try again when it has ended.") from error


def current(folder: Path) -> Path | None:
    """The database that the pointer names, or None before the first load."""
    pointer = folder / "CURRENT"
    if not pointer.exists():
        return None
    path = folder / pointer.read_text(encoding="ascii").strip()
    if not path.is_file():
        raise Refused(f"{pointer} names {path.name}, which is not there; restore {folder} from your backup.")
    return path


def open_for_reading(folder: Path) -> duckdb.DuckDBPyConnection:
    """A connection in memory with the present warehouse attached as ``warehouse`` and in use.

    Before the first load the tables are there and empty.
    """
    return open_database(current(folder))


def open_database(path: Path | None) -> duckdb.DuckDBPyConnection:
    """As ``open_for_reading``, for one database file; None: for empty tables."""
    connection = duckdb.connect()
    connection.execute("set timezone = 'UTC'")
    if path is None:
        create_tables(connection)
    else:
        _limit(connection, path.parent)
        attach(connection, path)
        _refuse_earlier(connection, path.parent)
    return connection


def attach(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Attach a database file read-only as ``warehouse`` and make its tables the ones that queries see."""
    connection.execute("attach $path as warehouse (read_only)", {"path": str(path)})
    connection.execute("use warehouse")


def _attach_for_building(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """As ``attach``, to write. Without a log: a file counts from when the pointer names it, and is whole by then."""
    connection.execute("attach $path as warehouse (recovery_mode no_wal_writes)", {"path": str(path)})
    connection.execute("use warehouse")


@contextmanager
def next_warehouse(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the next database, which becomes the present one when the block ends well.

    Call it under ``locked``.
    """
    present = current(folder)
    _sweep(folder, keep=present)
    path = _next_path(folder, present)
    if present:
        shutil.copyfile(present, path)
    with duckdb.connect() as connection:
        _limit(connection, folder)
        _attach_for_building(connection, path)
        if present:
            _refuse_earlier(connection, folder)
        else:
            create_tables(connection)
        yield connection
        connection.execute("checkpoint")
    adopt(folder, path)


@contextmanager
def rebuilt(folder: Path, take_out: Callable[[duckdb.DuckDBPyConnection], None]) -> Iterator[Path]:
    """The path of a next database without what ``take_out`` deletes; gone after the block unless the block adopts it.

    Call it under ``locked``.

    A deleted row's bytes stay in a DuckDB file; so the tables that remain are written into a new one.
    """
    present = current(folder)
    _sweep(folder, keep=present)
    draft, path = folder / "warehouse-draft.duckdb", _next_path(folder, present)
    if present:
        shutil.copyfile(present, draft)
    with duckdb.connect() as connection:
        _limit(connection, folder)
        with connection.cursor() as taking:
            _attach_for_building(taking, draft)
            if present:
                _refuse_earlier(taking, folder)
            else:
                create_tables(taking)
            take_out(taking)
        connection.execute("attach $path as next (recovery_mode no_wal_writes)", {"path": str(path)})
        connection.execute("copy from database warehouse to next")
        connection.execute("checkpoint next")
    draft.unlink()
    try:
        yield path
    finally:
        _sweep(folder, keep=current(folder))


def adopt(folder: Path, path: Path) -> None:
    """Let a finished next database be the present one, and remove all others. Call it under ``locked``."""
    switch(folder, path)
    _sweep(folder, keep=path)


def _next_path(folder: Path, present: Path | None) -> Path:
    number = int(present.stem.partition("-")[2]) + 1 if present else 1
    return folder / f"warehouse-{number}.duckdb"


def switch(folder: Path, path: Path) -> None:
    """Let the pointer CURRENT name ``path``, at once and for good (fsync, then an atomic replace)."""
    if Path(f"{path}.wal").exists():
        raise RuntimeError(f"{path.name} was not checkpointed")
    sync(path)
    fresh = folder / "CURRENT.new"
    fresh.write_text(path.name + "\n", encoding="ascii")
    sync(fresh)
    os.replace(fresh, folder / "CURRENT")
    sync(folder)


def _limit(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    connection.execute("set enable_progress_bar = false")
    connection.execute("set memory_limit = $memory", {"memory": _MEMORY})
    connection.execute("set temp_directory = $spill", {"spill": str(folder / "spill")})


def _refuse_earlier(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    refuse_earlier(connection, _columns_of_new_tables(), folder)


@cache
def _columns_of_new_tables() -> frozenset[Column]:
    with duckdb.connect() as fresh:
        create_tables(fresh)
        return columns(fresh)


def _sweep(folder: Path, keep: Path | None) -> None:
    """Remove databases that an earlier run left behind, and what it had put aside for want of memory."""
    shutil.rmtree(folder / "spill", ignore_errors=True)
    for path in folder.glob("warehouse-*.duckdb*"):
        if path != keep:
            path.unlink()
