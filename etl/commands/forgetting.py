"""The command that forgets people: it shows first what would change, then asks; it cannot be undone."""

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from etl.audit import write_audit
from etl.commands import report
from etl.commands.options import DATA, DataDirOption, YesOption
from etl.commands.removing import agreed
from etl.data_dir import DataDir
from etl.errors import Refused
from etl.forgotten import read_forgotten, remember_forgotten
from etl.load.forget import Forgetting, quarantine_without, write_quarantine_anew
from etl.load.people_named import keys_of
from etl.load.raw_files import raw_files
from etl.load.reading import know_forgotten, open_session
from etl.load.rotation import fitting_key
from etl.publish.earlier import forget_institutions, institutions_of_forgotten
from etl.publish.snapshot import publish
from etl.warehouse.warehouse import adopt, locked, open_for_reading, rebuilt


def forget(
    from_: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="The list, instead of the prompt.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="All who were forgotten before: after a restore.")] = False,
    yes: YesOption = False,
    data_dir: DataDirOption = DATA,
) -> None:
    """Forget people for good: e-mail addresses, names or person keys, one a line, asked for or on standard input.

    They leave the warehouse, the quarantine, the files in the inbox and earlier snapshots; later files with them are
    loaded without them. Shows every total that changes, asks, publishes. Example: `etl forget --from list.txt --yes`
    """
    place = DataDir(data_dir)
    lines = [] if again else _lines(from_)
    texts = sorted({line.lower() for line in lines if "@" in line})
    with locked(place.warehouse):
        key = fitting_key(place, report.say)
        with open_for_reading(place.warehouse) as connection:
            open_session(connection, place, key)
            keys = read_forgotten(key) if again else keys_of(connection, lines)
            if not keys:
                raise Refused("Nobody is named: give e-mail addresses, names or person keys, one a line.")
            know_forgotten(connection, keys)
            institutions = institutions_of_forgotten(connection)
            findings = quarantine_without(connection, place, texts)
            files = raw_files(connection, place, texts)
            waiting = sorted(place.uploads.glob("*"))
        for file in files:
            report.say(f"{file.path} would be {'written anew without them' if file.fresh else 'deleted'}.")
        report.say(f"Rejected records would be written anew without them in {report.count_of(len(findings), 'file')}.")
        if waiting:
            many = report.count_of(len(waiting), "file")
            report.say(f"What waits on the page Data would be put away, whomever it holds: {many}.")
        question = f"Forget {report.count_of(len(keys), 'person key')} for good?"
        forgetting = Forgetting(keys, files)
        try:
            with rebuilt(place.warehouse, forgetting.take_out) as fresh:
                if agreed(place, fresh, question, yes):
                    remember_forgotten(keys, key)
                    adopt(place.warehouse, fresh)
                    write_quarantine_anew(place, findings, files)
                    for file in files:
                        file.settle()
                    for folder in waiting:
                        shutil.rmtree(folder, ignore_errors=True)  # the page may have put it away meanwhile
                    (place.warehouse / "refused.json").unlink(missing_ok=True)
                    report.say(f"Snapshot {publish(place)} is current.")
                    snapshots = forget_institutions(place.published, institutions)
                    numbers = {"person_keys": len(keys), "files": len(files), "quarantine_files": len(findings)}
                    write_audit(place, "forget", **numbers, snapshots=snapshots)
        finally:
            for file in files:
                file.give_up()


def _lines(path: Path | None) -> list[str]:
    if path:
        text = path.read_text(encoding="utf-8-sig")
    elif sys.stdin.isatty():
        text = typer.prompt("E-mail address, name or person key")
    else:
        text = sys.stdin.read()
    return [line.strip() for line in text.splitlines() if line.strip()]
