"""A rotated person key: every mark in the warehouse is marked once more, so neither names nor files are needed."""

from dataclasses import dataclass

import duckdb

from etl.data_dir import DataDir
from etl.forgotten import remember_forgotten
from etl.load.people import settle
from etl.load.reading import Say, know_key
from etl.person_key import PersonKey, read_or_create_key
from etl.sql import run_file
from etl.warehouse.warehouse import adopt, open_for_reading, rebuilt


@dataclass(frozen=True)
class Rotation:
    """The marks of a warehouse are brought to ``key``, with the secrets that were added since they were made."""

    key: PersonKey

    def apply(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Mark again in the warehouse in use, and settle anew who is one person; the same people come out."""
        check = known_check(connection)
        added = self.key.added_since(check) if check else None
        if added:
            know_key(connection, added)
            run_file(connection, "load/rotate.sql", {"check": self.key.check})
            settle(connection)


def known_check(connection: duckdb.DuckDBPyConnection) -> str | None:
    """The mark of the key that the marks of the warehouse in use were made with; None before the first load."""
    ((check,),) = connection.execute("select key_check from warehouse").fetchall()
    return None if check is None else str(check)


def fitting_key(data_dir: DataDir, say: Say) -> PersonKey:
    """The person key, made on first use. A warehouse from before a rotation is brought to it first: one that was
    restored, or whose rotation was interrupted. Call it under the lock.

    Raises:
        Refused: the key is absent or another one.
    """
    with open_for_reading(data_dir.warehouse) as connection:
        check = known_check(connection)
    key = read_or_create_key(check)
    if check not in (None, key.check):
        say("the person key was rotated since the warehouse was built: bringing its marks to the key")
        with rebuilt(data_dir.warehouse, Rotation(key).apply) as fresh:
            remember_forgotten([], key)
            adopt(data_dir.warehouse, fresh)
    return key
