"""The numbers of a whole selection from those of its parts."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Totals:
    """signatures: of people; organisations are counted apart, and all else is of people. countries and member_states
    are those with more signatures than none. first_day and last_day: None where nobody signed."""

    signatures: int
    organisations: int
    known_country: int
    known_type: int
    countries: int
    member_states: int
    first_day: date | None
    last_day: date | None


def totals(parts: Sequence[dict[str, Any]], member_states: Collection[str]) -> Totals:
    """parts: country, signer_kind, is_known_type, signatures, first_day, last_day. member_states: their codes."""
    people = [part for part in parts if part["signer_kind"] == "person"]
    counted: Counter[str] = Counter()
    for part in people:
        counted[part["country"]] += part["signatures"]
    reached = {country for country, signatures in counted.items() if signatures > 0} - {"ZZ"}
    return Totals(
        signatures=counted.total(),
        organisations=sum(part["signatures"] for part in parts if part["signer_kind"] == "organisation"),
        known_country=counted.total() - counted["ZZ"],
        known_type=sum(part["signatures"] for part in people if part["is_known_type"]),
        countries=len(reached),
        member_states=len(reached.intersection(member_states)),
        first_day=min((part["first_day"] for part in people), default=None),
        last_day=max((part["last_day"] for part in people), default=None),
    )
