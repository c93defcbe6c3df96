"""Who is one person: settled anew after every change of what is loaded, or of what the organisers say."""

from dataclasses import dataclass

import duckdb

from etl.errors import Refused
from etl.sql import ask_file, run_file


@dataclass(frozen=True)
class Pair:
    """Two person keys that are one person, or likely so, each with a file and line.

    ``state``: likely (not merged) | merged | merged by you | kept apart by you.
    """

    state: str
    person_key: str
    file: str
    line: int
    other_key: str
    other_file: str
    other_line: int
    why: str


@dataclass(frozen=True)
class PersonVerdict:
    """What the organisers say of two person keys: one person or two. The opposite verdict takes it back."""

    campaign_id: str
    one: str
    other: str
    is_same: bool

    def apply(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Keep it in the warehouse in use, and settle anew what counts."""
        run_file(connection, "load/signatures/person_verdict.sql", dict(vars(self)))
        settle(connection)


def settle(connection: duckdb.DuckDBPyConnection, settled_file: int = 0) -> None:
    """Settle in the warehouse in use which keys are one person, and which of its signatures counts.

    ``settled_file``: the latest file when it was last settled, where nothing has changed but that files came after it:
    only whom these name, and who stands with them, is looked at. What comes out is the same.
    """
    connection.execute("set variable settled_file = $settled_file", {"settled_file": settled_file})
    run_file(connection, "load/signatures/same_person.sql")
    run_file(connection, "load/signatures/settle.sql")


def pairs(connection: duckdb.DuckDBPyConnection, campaign_id: str) -> list[Pair]:
    """The pairs of a campaign, likely ones first."""
    found = ask_file(connection, "load/signatures/likely_people.sql", {"campaign_id": campaign_id})
    return [Pair(*row) for row in found]


def known_key(connection: duckdb.DuckDBPyConnection, campaign_id: str, start: str) -> str:
    """The one person key of a campaign that begins so.

    Raises:
        Refused: none does, or several do.
    """
    found = ask_file(connection, "load/signatures/keys.sql", {"campaign_id": campaign_id, "start": start.lower()})
    if len(found) != 1:
        how_many = "No person key begins" if not found else "Several person keys begin"
        raise Refused(f"{how_many} with '{start}' in {campaign_id}; `etl people --json` lists them whole.")
    return str(found[0][0])
