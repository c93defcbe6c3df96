"""The command that lists who may be one person, and takes the organisers' word on it."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from etl.campaign import chosen_campaign
from etl.commands import report
from etl.commands.options import DATA, CampaignOption, DataDirOption, JsonOption, YesOption
from etl.commands.removing import agreed
from etl.data_dir import DataDir
from etl.errors import Refused
from etl.load.people import Pair, PersonVerdict, known_key, pairs
from etl.publish.snapshot import publish
from etl.warehouse.warehouse import adopt, locked, open_for_reading, rebuilt

_SHOWN = 20
_KEY_SHOWN = 8  # characters, enough to tell keys apart; the rest is in --json


def people(
    merge: Annotated[tuple[str, str] | None, typer.Option(metavar="KEY KEY", help="These are one person.")] = None,
    unmerge: Annotated[
        tuple[str, str] | None, typer.Option(metavar="KEY KEY", help="The first is not the person that the other is.")
    ] = None,
    campaign: CampaignOption = None,
    yes: YesOption = False,
    as_json: JsonOption = False,
    data_dir: DataDirOption = DATA,
) -> None:
    """List pairs that are likely one person, by key and file line; say that two keys are one person, or are not.

    --merge and --unmerge show first every total that changes, and undo each other.
    Example: `etl people --merge 3f1a9c0b 77d0e1a2`
    """
    if merge and unmerge:
        raise Refused("--merge and --unmerge are two steps; give one of them.")
    place = DataDir(data_dir)
    chosen = chosen_campaign(place, campaign).campaign_id
    if pair := merge or unmerge:
        _decide(place, chosen, pair, is_same=merge is not None, yes=yes)
        return
    with open_for_reading(place.warehouse) as connection:
        found = pairs(connection, chosen)
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], indent=2))
    else:
        _print(found)


def _decide(place: DataDir, campaign_id: str, pair: tuple[str, str], *, is_same: bool, yes: bool) -> None:
    with locked(place.warehouse):
        with open_for_reading(place.warehouse) as connection:
            one, other = (known_key(connection, campaign_id, start) for start in pair)
        if one == other:
            raise Refused("These are one key; give two.")
        verdict = PersonVerdict(campaign_id, one, other, is_same)
        question = "Count the two as one person?" if is_same else "Count the two as two people?"
        with rebuilt(place.warehouse, verdict.apply) as fresh:
            if agreed(place, fresh, question, yes):
                adopt(place.warehouse, fresh)
                report.say(f"Snapshot {publish(place)} is current.")


def _print(found: list[Pair]) -> None:
    if not found:
        report.say("No two keys are one person, or likely so.")
        return
    rows = [
        (
            *(one.state, one.person_key[:_KEY_SHOWN], f"{one.file}:{one.line}"),
            *(one.other_key[:_KEY_SHOWN], f"{one.other_file}:{one.other_line}", one.why),
        )
        for one in found[:_SHOWN]
    ]
    columns = ("state", "key", "line", "other key", "line", "why")
    report.print_table(columns, rows, title=f"The first of {len(found):,} pairs")
