"""The numbers of a whole selection from those of its parts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from dashboard.analysis.daily_counts import DailyCounts


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


def totals(counted: DailyCounts, member_states: Collection[str]) -> Totals:
    """counted: of the selection. member_states: their codes."""
    by_part, by_country = counted.by_part(), counted.by_country()
    reached = {country for country, signatures in by_country.items() if signatures > 0} - {"ZZ"}
    signed_on = counted.days[counted.has_people]
    return Totals(
        signatures=by_country.total(),
        organisations=sum(signatures for part, signatures in by_part.items() if not part.is_people),
        known_country=by_country.total() - by_country["ZZ"],
        known_type=sum(signatures for part, signatures in by_part.items() if part.is_people and part.is_known_type),
        countries=len(reached),
        member_states=len(reached.intersection(member_states)),
        first_day=signed_on[0].item() if len(signed_on) else None,
        last_day=signed_on[-1].item() if len(signed_on) else None,
    )
