"""The command that removes what has been kept long enough: it shows first what would go, then asks."""

from datetime import UTC, datetime

from etl.audit import write_audit
from etl.campaign import all_campaigns
from etl.commands import report
from etl.commands.options import DATA, DataDirOption, YesOption, confirmed
from etl.data_dir import DataDir
from etl.publish.retention import overdue
from etl.warehouse.ledger import read_ledger
from etl.warehouse.warehouse import locked, open_for_reading


def retention(yes: YesOption = False, data_dir: DataDirOption = DATA) -> None:
    """Remove loaded files of the inbox, rejected records and earlier snapshots after campaign.toml's months.

    Shows every file that would go, and asks; no total changes. Example: `etl retention --yes`
    """
    place = DataDir(data_dir)
    with locked(place.warehouse):
        with open_for_reading(place.warehouse) as connection:
            ledger = read_ledger(connection)
        due = overdue(place, all_campaigns(place), ledger, datetime.now(UTC))
        if not due.files:
            report.say("Nothing has been kept longer than campaign.toml allows.")
            return
        for path in due.files:
            report.say(f"{path} would be removed.")
        if confirmed(f"Remove {report.count_of(len(due.files), 'file')} for good?", yes):
            due.remove()
            numbers = {"files": len(due.inbox), "quarantine_files": len(due.quarantine)}
            write_audit(place, "retention", **numbers, snapshots=len(due.snapshots))
            report.say(f"{report.count_of(len(due.files), 'file')} removed.")
        else:
            report.say("Nothing was changed.")
