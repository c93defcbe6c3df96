"""A pack: the files of one report in a folder, and all of them in an archive."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from dashboard.reports.html import html
from dashboard.reports.parts import METADATA, Report, Requested
from dashboard.reports.pictures import pictures
from dashboard.reports.report import report
from dashboard.reports.summary import markdown
from dashboard.reports.tables import csv_files, metadata, workbook, zipped
from dashboard.snapshot import Published

PAGE = "report.html"


@dataclass(frozen=True)
class Written:
    """folder and archive of a pack. note: a sentence where pictures could not be made; '' where they were."""

    folder: Path
    archive: Path
    note: str


def documents(published: Published, requested: Requested, snapshot_id: str | None = None) -> dict[str, bytes]:
    """Everything of a pack but pictures: file name → content, the same bytes for the same snapshot and request."""
    return documents_and_name(published, requested, snapshot_id)[1]


def documents_and_name(
    published: Published, requested: Requested, snapshot_id: str | None = None
) -> tuple[str, dict[str, bytes]]:
    """The same, and what the pack is called."""
    made = report(published, requested, snapshot_id)
    return pack_name(made), _documents(published, made)


def write_pack(
    published: Published, requested: Requested, out: Path, snapshot_id: str | None = None, *, with_pictures: bool = True
) -> Written:
    """Write a pack into a folder of its own in ``out``; one of the same name is replaced."""
    made = report(published, requested, snapshot_id)
    parts = _documents(published, made)
    folder = out / pack_name(made)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in parts.items():
        (folder / name).write_bytes(content)
    archive = folder.with_suffix(".zip")
    archive.write_bytes(zipped(parts))
    note = pictures(folder, made) if with_pictures else ""
    if with_pictures and not note:
        shutil.make_archive(str(folder.with_name(f"{folder.name}-with-pictures")), "zip", folder)
    return Written(folder, archive, note)


def pack_name(made: Report) -> str:
    """<campaign>-<network>-<last day>-<language>; an internal pack says so."""
    about = made.about
    internal = "-internal" if made.requested.is_internal else ""
    return f"{about['campaign']}-{about['network']}-{about['as_of']}-{about['language']}{internal}"


def _documents(published: Published, made: Report) -> dict[str, bytes]:
    built_at = published.by_id(made.about["snapshot_id"]).built_at
    texts = {PAGE: html(made), "summary.md": markdown(made), METADATA: metadata(made), **csv_files(made)}
    return {name: text.encode() for name, text in texts.items()} | {"tables.xlsx": workbook(made, built_at)}
