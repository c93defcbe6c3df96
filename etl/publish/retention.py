"""What has been kept longer than campaign.toml allows: loaded files, rejected records and earlier snapshots."""

import hashlib
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from etl.campaign import Campaign
from etl.data_dir import DataDir
from etl.load.quarantine import quarantine_path
from etl.publish.seal import unlink_sealed
from etl.publish.snapshot import current_snapshot_id
from etl.warehouse.ledger import LedgerRow


@dataclass(frozen=True)
class Overdue:
    """Files that are to go. A file that was not loaded is never among them, nor the current snapshot."""

    inbox: Sequence[Path]
    quarantine: Sequence[Path]
    snapshots: Sequence[Path]

    @property
    def files(self) -> list[Path]:
        """All of them, in the order in which they are said."""
        return [*self.inbox, *self.quarantine, *self.snapshots]

    def remove(self) -> None:
        """Remove them, snapshots with their seals."""
        for path in (*self.inbox, *self.quarantine):
            path.unlink()
        for path in self.snapshots:
            unlink_sealed(path)


def overdue(data_dir: DataDir, campaigns: Sequence[Campaign], ledger: Sequence[LedgerRow], now: datetime) -> Overdue:
    """What goes at the moment ``now``: files count from their last loading, snapshots from their publishing.

    A snapshot holds every campaign, so the shortest of their times holds for it.
    """
    inbox: list[Path] = []
    quarantine: list[Path] = []
    for campaign in campaigns:
        loaded_at = {row.file_sha256: row.loaded_at for row in ledger if row.campaign_id == campaign.campaign_id}
        kept = campaign.retention
        if kept.inbox_months is not None:
            latest = months_before(now, kept.inbox_months)
            goes = {sha256 for sha256, at in loaded_at.items() if at < latest}
            inbox += [path for path in _files(data_dir.inbox / campaign.campaign_id) if _sha256(path) in goes]
        if kept.quarantine_months is not None:
            latest = months_before(now, kept.quarantine_months)
            held = [
                quarantine_path(data_dir.quarantine, campaign.campaign_id, sha256)
                for sha256, at in loaded_at.items()
                if at < latest
            ]
            quarantine += [path for path in held if path.exists()]
    months = [one.retention.snapshot_months for one in campaigns if one.retention.snapshot_months is not None]
    snapshots = _earlier_snapshots(data_dir.published, months_before(now, min(months))) if months else []
    return Overdue(inbox, quarantine, snapshots)


def months_before(moment: datetime, months: int) -> datetime:
    """The same day so many months ago, or the last of that month where it is shorter."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))


def _earlier_snapshots(folder: Path, latest: datetime) -> list[Path]:
    """Exact and protected snapshots that were published before; their ids begin with the moment in UTC."""
    ids = {path: path.stem.split("-", 1)[1] for path in sorted(folder.glob("*-*.duckdb"))}
    current, mark = current_snapshot_id(folder), f"{latest:%Y%m%dT%H%M%S}{latest.microsecond // 1000:03d}"
    return [
        path
        for path, snapshot_id in ids.items()
        if path.name.startswith(("snapshot-", "protected-")) and snapshot_id != current and snapshot_id < mark
    ]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
