"""The command that asks what the rules do not know, and takes the answers."""

import csv
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from etl.campaign import Campaign, chosen_campaign
from etl.commands import report
from etl.commands.options import DATA, CampaignOption, DataDirOption
from etl.commands.progress import progress
from etl.data_dir import DataDir
from etl.errors import Refused
from etl.load.job import load
from etl.publish.overrides import PROPOSED, Answers
from etl.publish.review import Question, open_questions
from etl.publish.snapshot import publish
from etl.warehouse.warehouse import locked

_SHOWN = 10
_ANSWERED = ("country", "institution_type", "institution")
_COLUMNS = (
    *("affiliation", "signatures", *(PROPOSED + name for name in _ANSWERED), "confidence", "why"),
    *("accept", *_ANSWERED),
)


def review(
    file: Annotated[Path | None, typer.Argument(help="The list; standard output or input, if left out.")] = None,
    export: Annotated[bool, typer.Option("--export", help="Write the list of open questions.")] = False,
    take: Annotated[bool, typer.Option("--import", help="Take the answers of a list, and publish.")] = False,
    campaign: CampaignOption = None,
    data_dir: DataDirOption = DATA,
) -> None:
    """Ask which institution, country or type uncertain affiliation texts mean; those that settle most come first.

    An answer stands in the columns country, institution_type and institution of the list; yes in the column accept
    takes what is proposed. Answers beat every rule, also for what was loaded before. Without an option: the first ones.

    Example: `etl review --export review.csv`, fill it in, `etl review --import review.csv`
    """
    if export and take:
        raise Refused("--export and --import are two steps; give one of them.")
    place = DataDir(data_dir)
    chosen = chosen_campaign(place, campaign)
    if take:
        _import(place, chosen, file)
    else:
        with locked(place.warehouse), progress() as say:
            load(place, [], say)
            questions = open_questions(place, chosen)
        if export:
            _export(questions, file)
        else:
            _print(questions)


def _export(questions: list[Question], file: Path | None) -> None:
    with file.open("w", encoding="utf-8", newline="") if file else nullcontext(sys.stdout) as target:
        out = csv.writer(target, lineterminator="\n")
        out.writerow(_COLUMNS)
        for q in questions:
            proposal = (q.country, q.institution_type, q.institution, f"{q.confidence:.2f}", q.why)
            out.writerow((q.affiliation, q.signatures, *proposal, "", "", "", ""))
    if file:
        report.say(f"{len(questions):,} open questions are in {file}. It holds what signers wrote: keep it private.")


def _import(place: DataDir, campaign: Campaign, file: Path | None) -> None:
    answers = Answers(place)
    try:
        with file.open(encoding="utf-8-sig", newline="") if file else nullcontext(sys.stdin) as source:
            given = list(answers.read(source, str(file or "standard input")))
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{file}: cannot be read as UTF-8 text.") from error
    with locked(place.warehouse), progress() as say:
        changed = answers.add(campaign, given)
        load(place, [], say)
        snapshot_id = publish(place)
    report.say(f"{len(given):,} answers read, {changed:,} of them new. Snapshot {snapshot_id} is current.")


def _print(questions: list[Question]) -> None:
    columns = ("affiliation", "signatures", "country", "type", "confidence", "why")
    rows = [
        (q.affiliation, q.signatures, q.country, q.institution_type, f"{q.confidence:.2f}", q.why)
        for q in questions[:_SHOWN]
    ]
    report.print_table(columns, rows, title=f"The first of {len(questions):,} open questions")
