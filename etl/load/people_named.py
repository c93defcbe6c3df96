"""Whom a list of e-mail addresses, names and person keys means: their person keys."""

import re
from collections.abc import Sequence

import duckdb

from etl.errors import Refused
from etl.sql import ask_file, run_file

_KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def keys_of(connection: duckdb.DuckDBPyConnection, lines: Sequence[str]) -> list[str]:
    """The person keys of all whom the lines name, with every other key that the same person signed under.

    Args:
        lines: an e-mail address, a name or a person key each; the connection is a loading session with the person key.

    Raises:
        Refused: nobody of a name has signed, or several people have; nobody has a person key.
    """
    emails = [line.lower().replace(" ", "") for line in lines if "@" in line]
    keys = [line.lower() for line in lines if _KEY.fullmatch(line.lower())]
    for (unknown,) in ask_file(connection, "load/unknown_keys.sql", {"keys": keys}):
        raise Refused(
            f"Nobody here has the person key {unknown}: `etl key rotate` makes them anew. Give the e-mail address, or "
            "the key as `etl people --json` lists it now."
        )
    names = [line for line in lines if "@" not in line and not _KEY.fullmatch(line.lower())]
    connection.execute("create or replace temp table named (number integer, name varchar)")
    connection.execute(
        "insert into named select unnest(range(1, len($names::varchar[]) + 1)), unnest($names::varchar[])",
        {"names": names},
    )
    connection.execute("create or replace temp view record as from named")
    run_file(connection, "load/signatures/name_mark.sql")
    of_names: dict[int, list[str]] = {number: [] for number in range(1, len(names) + 1)}
    people: dict[int, set[str]] = {number: set() for number in of_names}
    for number, key, person in ask_file(connection, "load/keys_of_names.sql", {}):
        of_names[number].append(key)
        people[number].add(person)
    for number, found in people.items():
        place = f"'{names[number - 1]}'"
        if not found:
            raise Refused(f"Nobody signed as {place}; give the e-mail address, which holds for later files too.")
        if len(found) > 1:
            raise Refused(
                f"{len(found)} people signed as {place}; give the e-mail address, or one of the person keys "
                f"{', '.join(sorted(found))}."
            )
        keys += of_names[number]
    return [key for (key,) in ask_file(connection, "load/keys_of_people.sql", {"emails": emails, "keys": keys})]
