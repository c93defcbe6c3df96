"""The command that says what loading a file would do: tables for people, one JSON document for programs."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from etl.campaign import Campaign, all_campaigns, chosen_campaign
from etl.commands import report
from etl.commands.options import (
    DATA,
    CampaignOption,
    DataDirOption,
    DatedOption,
    FormatOption,
    JsonOption,
    KindOption,
    OnlyOption,
    check_kind,
)  # fmt: skip
from etl.data_dir import DataDir
from etl.errors import Refused, Unrecognised
from etl.formats.first_description import first_description
from etl.formats.unpacked import unpacked
from etl.load.inspection import Inspection, inspect_file
from etl.load.reading import Task
from etl.resolve.reference import Reference


def inspect(
    file: Path,
    kind: KindOption = None,
    format_name: FormatOption = None,
    campaign: CampaignOption = None,
    dated: DatedOption = None,
    only: OnlyOption = None,
    write: Annotated[Path | None, typer.Option("--write", help="Where to write a first description.")] = None,
    data_dir: DataDirOption = DATA,
    json: JsonOption = False,
) -> None:
    """Say what loading a file would do, and load nothing. With --json a refusal is {"refused": sentence}, with a
    first "description" where no format fits.

    For a table that no format fits, a first description is written beside it (or to --write PATH) for you to finish.

    Example: `etl inspect export.csv`
    """
    try:
        check_kind(kind)
        if not file.is_file():
            raise Refused(f"{file}: there is no such file.")
        place = DataDir(data_dir)
        day = dated.date() if dated else None
        found = inspect_file(place, Task(file, _campaign(place, campaign), kind, format_name, day, only))
    except Refused as refusal:
        if not json:
            if isinstance(refusal, Unrecognised):
                raise Refused(f"{refusal} {_describe(place, file, kind, write)}") from refusal
            raise
        document = {"refused": str(refusal)}
        if isinstance(refusal, Unrecognised):
            with suppress(Refused):  # it may be no table at all
                document["description"] = _guessed(place, file, kind)
        report.print_json(document)
        raise typer.Exit(2) from refusal
    if json:
        report.print_json(_document(found))
    else:
        _print(file.name, found)


def _describe(place: DataDir, file: Path, kind: str | None, write: Path | None) -> str:
    """Write a first description of a file that nothing recognises; a sentence that says where."""
    target = write or file.with_suffix(".toml")
    text = _guessed(place, file, kind)
    try:
        with target.open("x", encoding="utf-8") as out:
            out.write(text)
    except FileExistsError:
        return f"{target} is there already and was left as it is."
    except OSError as error:
        return f"A first description could not be written to {target} ({error.strerror}); name a place with --write."
    return f"A first description was written to {target}: finish it, then: etl formats --add {target}"


def _guessed(place: DataDir, file: Path, kind: str | None) -> str:
    with unpacked(file) as path:
        return first_description(path, kind, Reference(place.reference))


def _campaign(place: DataDir, campaign_id: str | None) -> Campaign:
    """The campaign meant; without one yet, any will do to look at a file."""
    if campaign_id or all_campaigns(place):
        return chosen_campaign(place, campaign_id)
    return Campaign(campaign_id="none", title="none", launched_on=date.today())


def _document(found: Inspection) -> dict[str, object]:
    return {
        "format": found.source.format,
        "title": found.source.title,
        "kind": found.source.kind,
        "columns": [{"column": column, "read_as": used or None} for column, used in found.columns],
        "records": found.records,
        "rows_in": found.rows_in,
        "rejected": found.rejected,
        "findings": [
            {"line": line, "column": column, "value": value, "reason": reason}
            for line, column, value, reason in found.findings
        ],
    }


def _print(file: str, found: Inspection) -> None:
    report.say(f"{file} would be loaded as {found.source.format} ({found.source.title}), {found.source.kind}.")
    if found.columns:
        report.print_table(("column", "is read as"), [(name, used or "(not used)") for name, used in found.columns])
    shown = [name for name in (found.records[0] if found.records else {}) if name != "part"]
    shown = [name for name in shown if any(record[name] is not None for record in found.records)]
    rows = [[_short(record[name]) for name in shown] for record in found.records]
    report.print_table(shown, rows, title=f"The first of {report.count_of(found.rows_in, 'record')}")
    if found.rejected:
        findings = [(line, column, _short(value), reason) for line, column, value, reason in found.findings]
        title = f"{found.rejected:,} would be rejected"
        report.print_table(("line", "column", "value", "reason"), findings, title=title)
    else:
        report.say("None would be rejected.")


def _short(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= 60 else text[:57] + "…"
