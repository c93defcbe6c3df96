"""The command about what could not be counted: list it, take it out to be mended, empty it."""

from pathlib import Path
from typing import Annotated

import typer

from etl.commands import report
from etl.commands.options import (
    DATA,
    CampaignOption,
    DataDirOption,
    FormatOption,
    JsonOption,
    KindOption,
    YesOption,
    check_kind,
    confirmed,
)  # fmt: skip
from etl.data_dir import DataDir
from etl.errors import Refused
from etl.formats.source import all_sources
from etl.load.quarantine import Wanted, purge_quarantine, read_quarantine
from etl.load.rejected_export import export_rejected

_SHOWN = ("campaign_id", "file", "kind", "line", "column", "value", "reason")


def rejects(
    campaign: CampaignOption = None,
    file: Annotated[str | None, typer.Option("--file", help="Of the loaded file with this name.")] = None,
    kind: KindOption = None,
    format_name: FormatOption = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Those whose reason has these words.")] = None,
    export: Annotated[
        Path | None, typer.Option("--export", metavar="FILE", help="Write them as a CSV to be mended and loaded again.")
    ] = None,
    purge: Annotated[bool, typer.Option("--purge", help="Remove their content; counts by reason stay.")] = False,
    yes: YesOption = False,
    data_dir: DataDirOption = DATA,
    json: JsonOption = False,
) -> None:
    """List the quarantine: every rejected record with file, line, column, value and reason.

    Example: `etl rejects --file form.csv --export to-mend.csv`, mend it in a spreadsheet, `etl load to-mend.csv`
    """
    place = DataDir(data_dir)
    check_kind(kind)
    wanted = Wanted(campaign, file, kind, format_name, reason)
    if purge:
        _purge(place, wanted, yes)
        return
    found = list(read_quarantine(place.quarantine, wanted))
    if export:
        count = export_rejected(export, found, all_sources(place))
        report.say(f"{report.count_of(count, 'record')} written to {export}; mend them there, then: etl load {export}")
    elif json:
        report.print_json([vars(rejected) for rejected in found])
    else:
        rows = [tuple(getattr(rejected, name) for name in _SHOWN) for rejected in found]
        report.print_table([name.removesuffix("_id") for name in _SHOWN], rows)


def _purge(place: DataDir, wanted: Wanted, yes: bool) -> None:
    if wanted.reason:
        raise Refused("--purge removes whole files' records: choose with --campaign, --file, --kind or --format.")
    count = len({(found.campaign_id, found.file_sha256) for found in read_quarantine(place.quarantine, wanted)})
    if confirmed(
        f"Remove the content of the rejected records of {report.count_of(count, 'file')} in {place.quarantine}?", yes
    ):
        report.say(f"Findings of {purge_quarantine(place.quarantine, wanted)} files removed.")
