"""The commands that write and check packs: one network after the other, each failing by itself."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from dashboard.errors import DashboardError
from dashboard.reports.last_pack import compared_with_last
from dashboard.reports.pack import write_pack
from dashboard.reports.parts import Requested
from dashboard.reports.report import last_day
from dashboard.reports.verify import differences
from dashboard.snapshot import Published


def write_packs(
    published: Published,
    requested: Requested,
    networks: list[str],
    out: Path,
    snapshot_id: str | None,
    *,
    with_pictures: bool,
) -> int:
    """Write a pack for each network and say where it lies.

    Returns:
        How many networks failed; the sentence of each goes to standard error.
    """
    failed = 0
    notes: dict[str, None] = {}
    until = last_day(published, requested, snapshot_id)
    with Progress(console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as bar:
        task = bar.add_task("packs", total=len(networks))
        for network_id in networks:
            try:
                asked = compared_with_last(published, replace(requested, network_id=network_id), until, out)
                written = write_pack(published, asked, out, snapshot_id, with_pictures=with_pictures)
                print(f"{network_id}: {written.folder}, {written.archive.name}")
                notes |= {written.note: None} if written.note else {}
            except (DashboardError, OSError) as refusal:
                failed += 1
                print(f"{network_id}: {refusal}", file=sys.stderr)
            bar.advance(task)
    for note in notes:
        print(note)
    return failed


def check_pack(published_folder: Path, pack: Path, say: Callable[[str], None] = print) -> bool:
    """Whether a pack agrees with its snapshot; says what differs."""
    found = differences(published_folder, pack)
    for sentence in found:
        say(sentence)
    say("The pack does not agree with its snapshot." if found else "Every number of the pack agrees with its snapshot.")
    return not found
