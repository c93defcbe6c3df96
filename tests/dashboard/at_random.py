"""Filters picked at random, and sums under them written out in plain SQL: what every question is compared with."""

import random
from urllib.parse import urlencode

from dashboard.ask import Ask

COUNTRIES = ["DE", "FR", "GR", "MT", "NO", "ZZ"]
TYPES = ["university", "company", "unknown"]


def at_random(seed: int) -> tuple[str, dict[str, object]]:
    """An address, and the same filters as parameters of plain SQL."""
    drawn = random.Random(seed)
    first, last = sorted(drawn.sample(range(1, 29), 2))
    chosen = drawn.sample([*COUNTRIES, "EU"], drawn.choice([0, 0, 1, 2]))
    kinds = drawn.sample(TYPES, drawn.choice([0, 0, 1, 2]))
    name = drawn.choice(["open-letter", "other-letter"])
    address = {"campaign": name, "countries": ",".join(chosen), "types": ",".join(kinds)}
    days = drawn.choice([("2026-01-01", "2026-12-31"), (f"2026-03-{first:02}", f"2026-03-{last:02}")])
    if days[0] != "2026-01-01":
        address |= {"from": days[0], "to": days[1]}
    countries = (set(chosen) - {"EU"}) | ({"DE", "FR", "GR", "MT"} if "EU" in chosen else set())
    parameters: dict[str, object] = {
        "campaign": name, "first": days[0], "last": days[1],
        "countries": sorted(countries) or COUNTRIES, "types": kinds or TYPES,
    }  # fmt: skip
    return urlencode(address), parameters


def plainly(asked: Ask, what: str, table: str, parameters: dict[str, object], kinds: bool = True) -> int:
    """A sum of people written out in SQL, without the macros that the questions go through."""
    condition = "campaign_id = $campaign and day between $first::date and $last::date and country in $countries"
    condition += " and institution_type in $types" if kinds else ""
    condition += " and signer_kind = 'person'" if table == "signature_daily" else ""
    sql = f"select coalesce({what}, 0)::bigint as answer from {table} where {condition}"
    return int(asked.snapshot.query(sql, parameters)["answer"].iloc[0])
