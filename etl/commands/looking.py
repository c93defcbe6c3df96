"""Commands that show what can be read and what was loaded, and try the rules; only descriptions can be added here."""

import csv
import sys
from pathlib import Path
from typing import Annotated

import typer

from etl.commands import report
from etl.commands.options import DATA, CampaignOption, DataDirOption, JsonOption
from etl.data_dir import DataDir
from etl.errors import Refused
from etl.formats.source import add_source, all_sources
from etl.publish.snapshot import current_snapshot_id
from etl.resolve.affiliation import Resolver
from etl.resolve.reference import Reference
from etl.warehouse.ledger import read_ledger
from etl.warehouse.warehouse import open_for_reading

_HASH_SHOWN = 12  # characters: enough to tell files apart, and what `etl unload` takes


def formats(
    add: Annotated[Path | None, typer.Option("--add", help="A description to keep under sources/.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Also in the place of one of yours.")] = False,
    data_dir: DataDirOption = DATA,
    json: JsonOption = False,
) -> None:
    """List what can be read, and what a file needs to be recognised; with --add, check a description and keep it first.

    Example: `etl formats --add export.toml`
    """
    place = DataDir(data_dir)
    if add:
        add_source(place, add, replace=replace)
    sources = all_sources(place)
    rows = [(s.format, s.kind, ", ".join(s.needs), s.title) for s in sources]
    if json:
        report.print_json([dict(zip(("format", "kind", "needs", "title"), row, strict=True)) for row in rows])
    else:
        report.print_table(("format", "kind", "recognised by", "what it is"), rows)


def status(campaign: CampaignOption = None, data_dir: DataDirOption = DATA, json: JsonOption = False) -> None:
    """Show the ledger: every loaded file and what became of its records."""
    place = DataDir(data_dir)
    with open_for_reading(place.warehouse) as connection:
        ledger = [row for row in read_ledger(connection) if campaign in (None, row.campaign_id)]
    snapshot_id = current_snapshot_id(place.published)
    if json:
        report.print_json(report.status_document(ledger, snapshot_id))
        return
    columns = (
        "campaign",
        "file",
        "SHA-256",
        "kind",
        "format",
        "rows in",
        "accepted",
        "duplicate",
        "rejected",
        "pending",
    )
    rows = [
        (
            row.campaign_id, row.file, row.file_sha256[:_HASH_SHOWN], row.kind, row.format,
            row.rows_in, row.accepted, row.duplicate, row.rejected, row.pending,
        )
        for row in ledger
    ]  # fmt: skip
    report.print_table(columns, rows)
    for row in ledger:
        if row.note:
            report.say(f"{row.file}: {row.note}.")
    report.say(f"Snapshot {snapshot_id} is current." if snapshot_id else "Nothing is published yet.")


def resolve(
    file: Path,
    column: Annotated[str, typer.Option("--column", help="The column that holds the texts.")] = "affiliation",
    data_dir: DataDirOption = DATA,
) -> None:
    """Try country and institution on a list of affiliation texts: a CSV on standard output.

    Example: `etl resolve affiliations.csv > resolved.csv`
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as source:
            reader = csv.DictReader(source)
            if column not in (reader.fieldnames or []):
                raise Refused(f"{file.name}: there is no column {column}; name the column with --column.")
            texts = [row[column] or "" for row in reader]
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{file}: cannot be read as UTF-8 text.") from error
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("affiliation", "country", "institution_type", "institution", "confidence", "why"))
    for text, found in zip(texts, Resolver(Reference(DataDir(data_dir).reference)).resolve(texts), strict=True):
        country, institution = found.country or "", found.institution or ""
        out.writerow((text, country, found.institution_type, institution, f"{found.confidence:.2f}", found.why))
