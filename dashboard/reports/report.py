"""From a request to a report: which snapshot is asked, and what is said in which order."""

from datetime import UTC, date

import pandas as pd

from dashboard.ask import Ask
from dashboard.catalogue import catalogue
from dashboard.errors import BadFilterError
from dashboard.filters import Filters
from dashboard.reports.campaign_sections import echo, headline, momentum, reach
from dashboard.reports.facts import Facts, earlier_ask
from dashboard.reports.language import language
from dashboard.reports.method_section import method
from dashboard.reports.network_sections import members, next_steps
from dashboard.reports.parts import INTERNAL, Report, Requested
from dashboard.snapshot import Published, Snapshot

_SECTIONS = (headline, members, reach, momentum, next_steps, echo, method)


def report(published: Published, requested: Requested, snapshot_id: str | None = None) -> Report:
    """Everything that a pack says. published: of the protected snapshots, or of the exact ones for an internal pack.

    Raises BadFilterError where there is no such network, UnknownSnapshotError, UnknownLanguageError.
    """
    facts = _facts(published, requested, snapshot_id)
    said, snapshot = facts.language, facts.ask.snapshot
    subtitle = said.say("Report for %(network)s, up to %(day)s", network=facts.network_title, day=said.day(facts.until))
    marks = [said.say("Invented data")] if facts.ask.campaign.is_demo else []
    if not (facts.is_protected or facts.are_public):
        marks.append(said.say("Internal – do not pass on"))
    about = {
        "campaign": facts.ask.campaign.campaign_id,
        "network": requested.network_id,
        "as_of": facts.until.isoformat(),
        "language": requested.language,
        "compared_with": f"{facts.earlier.snapshot.snapshot_id}, {facts.earlier.as_of.isoformat()}",
        "asked_up_to": requested.as_of.isoformat() if requested.as_of else "",
        "since": requested.since or "",
        "since_day": requested.since_day.isoformat() if requested.since_day else "",
        "snapshot_id": snapshot.snapshot_id,
        "content_sha256": str(snapshot.table("snapshot")["content_sha256"].iloc[0]),
        "built_at": snapshot.built_at.astimezone(UTC).isoformat(),
        "counts": "public" if facts.are_public else "protected" if facts.is_protected else INTERNAL,
        "licence": requested.licence or "not stated: ask the organisers",
    }
    sections = tuple(section(facts) for section in _SECTIONS)
    return Report(requested, facts.ask.campaign.title, subtitle, tuple(marks), sections, about)


def last_day(published: Published, requested: Requested, snapshot_id: str | None = None) -> date:
    """The last day of what is asked for."""
    return _ask(published.by_id(snapshot_id) if snapshot_id else published.current(), requested).as_of


def networks_of(snapshot: Snapshot, campaign_id: str) -> list[str]:
    """The networks that a campaign looks at."""
    rows = snapshot.table("campaign_network")
    return sorted(rows.loc[rows["campaign_id"] == campaign_id, "network_id"])


def _facts(published: Published, requested: Requested, snapshot_id: str | None) -> Facts:
    snapshot = published.by_id(snapshot_id) if snapshot_id else published.current()
    ask = _ask(snapshot, requested)
    since = published.by_id(requested.since) if requested.since else None
    networks = snapshot.table("network").set_index("network_id")["title"]
    if requested.network_id not in networks.index:
        known = ", ".join(sorted(networks.index))
        raise BadFilterError(f"There is no network '{requested.network_id}'; choose one with --network, of {known}.")
    about = _campaign(snapshot, requested.campaign_id)
    return Facts(
        ask, earlier_ask(ask, requested, since), language(requested.language), networks[requested.network_id],
        is_protected=bool(about["is_protected"]), are_public=bool(about["signers_are_public"]),
        since_last=bool(requested.since or requested.since_day),
    )  # fmt: skip


def _ask(snapshot: Snapshot, requested: Requested) -> Ask:
    filters = Filters(requested.campaign_id, as_of=requested.as_of, network_id=requested.network_id)
    return Ask(snapshot, filters, catalogue(snapshot))


def _campaign(snapshot: Snapshot, campaign_id: str) -> pd.Series:
    rows = snapshot.table("campaign")
    return rows[rows["campaign_id"] == campaign_id].iloc[0]
