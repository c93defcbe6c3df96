"""Options that several commands share."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from etl.errors import Refused
from etl.formats.source import KINDS

DATA = Path("data")
DAY = ["%Y-%m-%d"]

DataDirOption = Annotated[
    Path, typer.Option("--data-dir", envvar="CAMPAIGN_DATA_DIR", help="The data directory: a whole installation.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
CampaignOption = Annotated[str | None, typer.Option("--campaign", help="May be left out where there is one campaign.")]
KindOption = Annotated[str | None, typer.Option("--kind", help=f"One of {', '.join(KINDS)}; recognised if left out.")]
FormatOption = Annotated[str | None, typer.Option("--format", help="As in `etl formats`; recognised if left out.")]
DatedOption = Annotated[
    datetime | None, typer.Option("--dated", formats=DAY, metavar="DATE", help="The day of records without a date.")
]
YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask; needed where there is no terminal to ask on.")]

OnlyOption = Annotated[
    str | None, typer.Option("--only", metavar="VALUE", help="One campaign out of a file that holds several.")
]


def check_kind(kind: str | None) -> None:
    """Refuse a kind that there is not."""
    if kind is not None and kind not in KINDS:
        raise Refused(f"There is no kind '{kind}'; it is one of {', '.join(KINDS)}.")


def confirmed(question: str, yes: bool) -> bool:
    """Whether a dangerous act may go on: --yes says so, else the answer on the terminal.

    Raises:
        Refused: there is no terminal to ask on.
    """
    if not yes and not sys.stdin.isatty():
        raise Refused(f"{question} There is no terminal to ask on: nothing was changed; say so with --yes.")
    return yes or typer.confirm(question)
