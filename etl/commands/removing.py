"""Commands that take out what was loaded: they show first what would change, then ask."""

from pathlib import Path
from typing import Annotated

import typer

from etl.campaign import chosen_campaign
from etl.commands import report
from etl.commands.options import DATA, CampaignOption, DataDirOption, YesOption, confirmed
from etl.data_dir import DataDir
from etl.load.take_back import Leaving, forget_file, inbox_copies, loaded_file, remove_folders, set_aside
from etl.publish.preview import changed_totals
from etl.publish.snapshot import publish
from etl.warehouse.ledger import read_ledger
from etl.warehouse.warehouse import adopt, locked, open_for_reading, rebuilt


def unload(
    file_sha256: Annotated[str, typer.Argument(metavar="SHA256", help="As `etl status` shows it, or its beginning.")],
    campaign: CampaignOption = None,
    yes: YesOption = False,
    data_dir: DataDirOption = DATA,
) -> None:
    """Take a loaded file back: shows every total that changes, asks, publishes.

    Example: `etl unload 3f1a9c0b2d4e`
    """
    place = DataDir(data_dir)
    with locked(place.warehouse):
        with open_for_reading(place.warehouse) as connection:
            row = loaded_file(read_ledger(connection), file_sha256, campaign)
        copies = inbox_copies(place, row)
        for path in copies:
            report.say(f"{path} would be moved into the folder taken-back beside it, where `etl run` leaves it alone.")
        held = f"{row.kind}, {report.count_of(row.rows_in, 'record')}"
        question = f"Take {row.file} ({held}) back from the campaign {row.campaign_id}?"
        with rebuilt(place.warehouse, Leaving(row.campaign_id, row.file_sha256).take_out) as fresh:
            if agreed(place, fresh, question, yes):
                set_aside(copies)
                forget_file(place, row)
                adopt(place.warehouse, fresh)
                report.say(f"Snapshot {publish(place)} is current.")


def remove(
    campaign_id: Annotated[str, typer.Argument(metavar="ID")], yes: YesOption = False, data_dir: DataDirOption = DATA
) -> None:
    """Remove a campaign, what was loaded into it, its inbox and its folder: shows what changes, asks, publishes.

    Snapshots that were published before keep its totals until they are replaced. Example: `etl campaign remove demo`
    """
    place = DataDir(data_dir)
    with locked(place.warehouse):
        chosen = chosen_campaign(place, campaign_id)
        waiting = report.count_of(sum(path.is_file() for path in (place.inbox / campaign_id).rglob("*")), "file")
        question = f"Remove the campaign {campaign_id} ({chosen.title}), and with it {waiting} in its inbox?"
        with rebuilt(place.warehouse, Leaving(campaign_id).take_out) as fresh:
            if agreed(place, fresh, question, yes):
                adopt(place.warehouse, fresh)
                remove_folders(place, campaign_id)
                report.say(f"Snapshot {publish(place)} is current.")


def agreed(place: DataDir, next_warehouse: Path, question: str, yes: bool) -> bool:
    """Show what would change, and ask."""
    changes = changed_totals(place, next_warehouse)
    rows = [(change.campaign_id, change.total, change.before, change.after) for change in changes]
    if rows:
        report.print_table(("campaign", "total", "now", "then"), rows)
    else:
        report.say("No total changes.")
    goes_on = confirmed(question, yes)
    if not goes_on:
        report.say("Nothing was changed.")
    return goes_on
