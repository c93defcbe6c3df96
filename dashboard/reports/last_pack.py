"""What a pack is compared with: the last one that lies in the same folder, for the same network."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from dashboard.errors import UnknownSnapshotError
from dashboard.reports.parts import INTERNAL, METADATA, Requested
from dashboard.snapshot import Published

_NEEDED = ("campaign", "network", "counts", "as_of", "snapshot_id", "built_at")


def compared_with_last(published: Published, requested: Requested, until: date, out: Path) -> Requested:
    """The request with the last pack before that day as what it is compared with; unchanged where there is none.

    Where the snapshot of that pack is not kept any more, its day by today's knowledge stands in for it.
    """
    about = max(
        (about for about in _packs(out) if _is_before(about, requested, until)),
        key=lambda about: (about["as_of"], about["built_at"]),
        default=None,
    )
    if requested.since or about is None:
        return requested
    day = date.fromisoformat(about["as_of"])
    try:
        return replace(requested, since=published.by_id(about["snapshot_id"]).snapshot_id, since_day=day)
    except UnknownSnapshotError:
        return replace(requested, since_day=day)


def _packs(out: Path) -> list[dict[str, str]]:
    """What the packs of a folder say of themselves; a file that is none of theirs is passed over."""
    found = []
    for path in sorted(out.glob(f"*/{METADATA}")):
        try:
            about = json.loads(path.read_text(encoding="utf-8"))["about"]
            date.fromisoformat(about["as_of"])
            found.append({name: str(about[name]) for name in _NEEDED})
        except (ValueError, KeyError, TypeError):
            continue
    return found


def _is_before(about: dict[str, str], requested: Requested, until: date) -> bool:
    asked = (requested.campaign_id, requested.network_id, requested.is_internal)
    given = (about["campaign"], about["network"], about["counts"] == INTERNAL)
    return given == asked and date.fromisoformat(about["as_of"]) < until
