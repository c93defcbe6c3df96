"""What the snapshot says of campaigns, events, countries and institution types: small tables from files."""

import csv
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date

import duckdb

from etl.campaign import Campaign
from etl.data_dir import DataDir
from etl.errors import Refused
from etl.resolve.country import Countries, countries_of
from etl.resolve.reference import Reference
from etl.sql import append_records, run_file


@dataclass(frozen=True)
class InstitutionType:
    """A row of institution_types.csv."""

    institution_type: str
    label: str
    sort_order: int


@dataclass(frozen=True)
class Event:
    """A row of a campaign's events.csv; ``country`` None: it concerns the whole campaign."""

    campaign_id: str
    event_id: str
    day: date
    kind: str
    title: str
    country: str | None


def fill_reference(connection: duckdb.DuckDBPyConnection, data_dir: DataDir, campaigns: list[Campaign]) -> None:
    """Fill campaign, event, country, institution_type and what else stands in files, in the database in use.

    Raises:
        Refused: a campaign's events.csv cannot be read; the sentence names the line.
    """
    reference = Reference(data_dir.reference)
    countries = countries_of(reference)
    tables: dict[str, list[dict[str, object]]] = {
        "campaign": [campaign.model_dump(exclude={"networks", "teams", "lead_committees"}) for campaign in campaigns],
        "lead_committee": [
            {"campaign_id": campaign.campaign_id, "committee": committee}
            for campaign in campaigns
            for committee in campaign.lead_committees
        ],
        "event": [asdict(event) for campaign in campaigns for event in _events(data_dir, campaign, countries)],
        "country": [asdict(country) for country in countries.table()],
        "institution_type": [asdict(row) for row in reference.rows("institution_types.csv", InstitutionType)],
    }
    for table, rows in tables.items():
        append_records(connection, table, rows)
    run_file(connection, "publish/registered_institutions.sql", {"path": str(data_dir.reference("ror.csv"))})


def _events(data_dir: DataDir, campaign: Campaign, countries: Countries) -> Iterator[Event]:
    path = data_dir.campaigns / campaign.campaign_id / "events.csv"
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            where = f"{path}: line {reader.line_num}"
            event_id, day, kind, title, stated = (
                (row.get(name) or "").strip() for name in ("event_id", "day", "kind", "title", "country")
            )
            if not event_id or not title:
                raise Refused(f"{where}: an event needs event_id, day, kind and title; fill them in.")
            try:
                on = date.fromisoformat(day)
            except ValueError as error:
                raise Refused(f"{where}: column day: '{day}' is no day such as 2023-04-28; mend it.") from error
            country = countries.code(stated) if stated else None
            if stated and country is None:
                raise Refused(f"{where}: column country: '{stated}' is no country; write its code or name, or nothing.")
            yield Event(campaign.campaign_id, event_id, on, kind or "note", title, country)
