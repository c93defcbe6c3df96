"""Commands that load files and publish."""

from pathlib import Path
from typing import Annotated

import typer

from etl.campaign import chosen_campaign
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
from etl.commands.progress import progress
from etl.data_dir import DataDir
from etl.load.inbox import inbox_tasks
from etl.load.job import load as load_files
from etl.load.reading import Task
from etl.load.refusals import said_before
from etl.publish.snapshot import note_checked
from etl.publish.snapshot import publish as publish_snapshot
from etl.warehouse.warehouse import locked


def load(
    files: Annotated[list[Path], typer.Argument(help="Export files.")],
    kind: KindOption = None,
    format_name: FormatOption = None,
    campaign: CampaignOption = None,
    dated: DatedOption = None,
    only: OnlyOption = None,
    data_dir: DataDirOption = DATA,
    json: JsonOption = False,
) -> None:
    """Load files into a campaign and publish. What was loaded before, under any name, changes nothing.

    Example: `etl load signatures.csv letter.md --campaign open-letter --dated 2023-04-28`
    """
    place = DataDir(data_dir)
    check_kind(kind)
    chosen = chosen_campaign(place, campaign)
    day = dated.date() if dated else None
    _load(place, [Task(path, chosen, kind, format_name, day, only) for path in files], json)


def run(campaign: CampaignOption = None, data_dir: DataDirOption = DATA, json: JsonOption = False) -> None:
    """Load what is new in inbox/CAMPAIGN/KIND/ and publish.

    Example: `etl run`, every morning from cron or a systemd timer
    """
    place = DataDir(data_dir)
    _load(place, inbox_tasks(place, campaign), json, is_repeated=True)


def publish(data_dir: DataDirOption = DATA) -> None:
    """Build the snapshot again, for example after a change of campaign.toml or events.csv."""
    place = DataDir(data_dir)
    with locked(place.warehouse), progress() as say:
        load_files(place, [], say)
        snapshot_id = publish_snapshot(place, always=True)
        note_checked(place.published, snapshot_id)
    report.say(f"Snapshot {snapshot_id} is current.")


def _load(place: DataDir, tasks: list[Task], json: bool, *, is_repeated: bool = False) -> None:
    """Load, publish, report; a run that is repeated says a refusal in full only where the run before did not."""
    with locked(place.warehouse), progress() as say:
        outcomes = load_files(place, tasks, say)
        say("publishing")
        snapshot_id = publish_snapshot(place)
        known = said_before(place, outcomes) if is_repeated else set()
        was_refused = any(outcome.state == "refused" for outcome in outcomes)
        if not was_refused:
            note_checked(place.published, snapshot_id)
    if json:
        report.print_json(report.outcomes_document(outcomes, snapshot_id))
    else:
        report.print_outcomes(outcomes, snapshot_id, known)
    if was_refused:
        raise typer.Exit(2)
