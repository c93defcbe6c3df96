"""The command that rotates the person key: it shows first that no total changes, then asks; it cannot be undone."""

from dataclasses import replace

from etl.audit import write_audit
from etl.commands import report
from etl.commands.options import DATA, DataDirOption, YesOption
from etl.commands.removing import agreed
from etl.data_dir import DataDir
from etl.errors import Refused
from etl.forgotten import forgotten_path, read_forgotten, remember_forgotten
from etl.load.rotation import Rotation, known_check
from etl.person_key import key_path, new_secret, read_or_create_key, replace_key
from etl.publish.snapshot import publish
from etl.warehouse.warehouse import adopt, locked, open_for_reading, rebuilt


def rotate(yes: YesOption = False, data_dir: DataDirOption = DATA) -> None:
    """Add a secret to the person key, because the key leaked or somebody left who had it.

    Every mark of a person is made anew from the mark before, in the warehouse and among the forgotten; no file is read.
    The same people are counted, merged, kept apart and forgotten. Shows every total that changes (none), asks,
    publishes. Back up the key file at once: the earlier key no longer opens the warehouse. Example: `etl key rotate`
    """
    place = DataDir(data_dir)
    with locked(place.warehouse):
        with open_for_reading(place.warehouse) as connection:
            check = known_check(connection)
        if check is None and not key_path().exists():
            raise Refused(f"There is no key at {key_path()} yet; the first load makes one.")
        key = read_or_create_key(check)
        fresh_key = replace(key, secrets=(*key.secrets, new_secret()))
        forgotten = len(read_forgotten(key))
        report.say(f"{key_path()} would have {len(fresh_key.secrets)} secrets, the last one new: back it up at once.")
        report.say(f"{forgotten:,} marks of forgotten people in {forgotten_path()} would be made anew too.")
        with rebuilt(place.warehouse, Rotation(fresh_key).apply) as fresh:
            if agreed(place, fresh, "Rotate the key and make every mark of a person anew?", yes):
                replace_key(key, fresh_key)  # first: what is behind is brought to it by the next load
                remember_forgotten([], fresh_key)
                if check:
                    adopt(place.warehouse, fresh)
                report.say(f"Snapshot {publish(place)} is current.")
                write_audit(place, "key rotate", secrets=len(fresh_key.secrets), forgotten=forgotten)
                report.say(f"{key_path()} is the key now, and the earlier one opens nothing: back the file up.")
