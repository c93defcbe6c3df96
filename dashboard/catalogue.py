"""What a snapshot knows by name: its campaigns, countries and institution types. Filters are checked against it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.errors import NoSnapshotError
from dashboard.snapshot import Snapshot

MEMBER_STATES = "EU"  # the group word among country codes
UNKNOWN = "ZZ"  # the code of signatures, contacts and mentions whose country is not known


@dataclass(frozen=True)
class Campaign:
    """One campaign and the settings of it that the dashboard needs."""

    campaign_id: str
    title: str
    launched_on: date
    goal: int | None
    time_zone: str
    is_demo: bool
    max_age_hours: int
    is_protected: bool = False  # counts are hidden below ten and rounded to five

    def day_of(self, moment: datetime) -> date:
        """The calendar day of a moment in the campaign's time zone."""
        return moment.astimezone(ZoneInfo(self.time_zone)).date()

    def last_finished_day(self, built_at: datetime) -> date:
        """The last day that had ended, in the campaign's time zone, when the snapshot was built."""
        return self.day_of(built_at) - timedelta(days=1)


@dataclass(frozen=True)
class Country:
    """A country or, as ZZ, the unknown one. population: of a member state."""

    iso2: str
    name: str
    is_member_state: bool
    population: int | None = None


@dataclass(frozen=True)
class InstitutionType:
    """A kind of institution, in the order in which kinds are listed."""

    institution_type: str
    label: str


@dataclass(frozen=True)
class Catalogue:
    """Everything that a filter may name. The first campaign is the one shown when none is asked for."""

    campaigns: tuple[Campaign, ...]
    countries: tuple[Country, ...]
    institution_types: tuple[InstitutionType, ...]

    def campaign(self, campaign_id: str) -> Campaign | None:
        """The campaign of that id, if there is one."""
        return next((c for c in self.campaigns if c.campaign_id == campaign_id), None)

    def codes(self, chosen: tuple[str, ...]) -> list[str]:
        """Country codes, those of the member states in the place of the group word."""
        return sorted({*chosen} - {MEMBER_STATES} | (self._member_states if MEMBER_STATES in chosen else set()))

    @cached_property
    def country_codes(self) -> frozenset[str]:
        """What a filter may name: every country code, and the group word."""
        return frozenset({MEMBER_STATES, *(country.iso2 for country in self.countries)})

    @cached_property
    def _member_states(self) -> set[str]:
        return {country.iso2 for country in self.countries if country.is_member_state}

    def country_name(self, code: str) -> str:
        """What readers call a country code or the group word."""
        if code == MEMBER_STATES:
            return "member states"
        return next((c.name for c in self.countries if c.iso2 == code), "country unknown")

    def type_label(self, institution_type: str) -> str:
        """What readers call an institution type."""
        return next((t.label for t in self.institution_types if t.institution_type == institution_type), "unknown")


@lru_cache(maxsize=4)  # a snapshot never changes, and every request needs its names
def catalogue(snapshot: Snapshot) -> Catalogue:
    """Read the names of a snapshot. Real campaigns come before invented ones, the latest launch first.

    Raises NoSnapshotError where there is no campaign.
    """
    found = snapshot.table("campaign")
    if not len(found):
        raise NoSnapshotError("There is no campaign yet: name one with 'etl campaign new ID --title TITLE'.")
    campaigns = found.sort_values(["is_demo", "launched_on", "campaign_id"], ascending=[True, False, True])
    return Catalogue(
        tuple(_campaign(row) for _, row in campaigns.iterrows()),
        tuple(
            Country(row.iso2, row["name"], bool(row.is_member_state), _whole(row.population))
            for _, row in snapshot.table("country").sort_values("name").iterrows()
        ),
        tuple(
            InstitutionType(row.institution_type, row.label)
            for _, row in snapshot.table("institution_type").sort_values("sort_order").iterrows()
        ),
    )


def _campaign(row: pd.Series) -> Campaign:
    return Campaign(
        campaign_id=row.campaign_id,
        title=row.title,
        launched_on=row.launched_on.date(),
        goal=_whole(row.goal),
        time_zone=row.time_zone,
        is_demo=bool(row.is_demo),
        max_age_hours=int(row.max_age_hours),
        is_protected=bool(row.get("is_protected", False)),
    )


def _whole(number: float) -> int | None:
    return None if pd.isna(number) else int(number)
