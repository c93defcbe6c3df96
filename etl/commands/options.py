"""Options that several commands share."""

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


def check_kind(kind: str | None) -> None:
    """Refuse a kind that there is not."""
    if kind is not None and kind not in KINDS:
        raise Refused(f"There is no kind '{kind}'; it is one of {', '.join(KINDS)}.")
