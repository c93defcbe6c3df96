"""What the SQL that tells persons apart takes from Python: nicknames, and domains as the name service knows them."""

from dataclasses import dataclass

import duckdb

from etl.resolve.reference import Reference
from etl.sql import run_file


@dataclass(frozen=True)
class _Nickname:
    """A row of nicknames.csv."""

    nickname: str
    name: str


def know_names(connection: duckdb.DuckDBPyConnection, reference: Reference) -> None:
    """Give a session what its macros on names and addresses need."""
    connection.create_function("ascii_domain", ascii_domain)
    run_file(connection, "load/name_macros.sql")
    rows = reference.rows("nicknames.csv", _Nickname)
    given: dict[str, object] = {"nicknames": [row.nickname for row in rows], "names": [row.name for row in rows]}
    run_file(connection, "load/nicknames.sql", given)


def ascii_domain(domain: str) -> str:
    """A domain in the form of the name service: münchen.example is xn--mnchen-3ya.example (RFC 3490)."""
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain
