"""Commands that bring reference data into the data directory."""

import csv
import os
from dataclasses import asdict, fields
from pathlib import Path
from typing import Annotated

import typer

from etl.commands import report
from etl.commands.options import DATA, DataDirOption
from etl.commands.progress import progress
from etl.data_dir import DataDir
from etl.load.job import load
from etl.publish.snapshot import publish
from etl.resolve.institution import Institution
from etl.resolve.reference import Reference
from etl.resolve.ror import read_ror
from etl.warehouse.warehouse import locked


def ror(
    file: Annotated[Path, typer.Argument(help="The dump: a zip with JSON, schema version 1 or 2.")],
    data_dir: DataDirOption = DATA,
) -> None:
    """Know the institutions of the Research Organization Registry, by all their names, also in what was loaded before.

    Example: `etl reference ror v1.50-2024-07-29-ror-data.zip`, from ror.org; delete reference/ror.csv to take it back
    """
    place = DataDir(data_dir)
    with locked(place.warehouse), progress() as say:
        say(f"{file.name}: reading")
        institutions = read_ror(file, Reference(place.reference))
        _write(place.root / "reference" / "ror.csv", institutions)
        load(place, [], say)
        say("publishing")
        snapshot_id = publish(place)
    report.say(f"{len(institutions):,} institutions are known from {file.name}. Snapshot {snapshot_id} is current.")


def _write(path: Path, institutions: list[Institution]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8", newline="") as target:
        out = csv.DictWriter(target, [field.name for field in fields(Institution)], lineterminator="\n")
        out.writeheader()
        out.writerows(asdict(institution) for institution in institutions)
    os.replace(fresh, path)
