"""What a reader chooses for a file, and what the jobs of etl say of it: the JSON documents of its command line."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Document(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Choices(_Document):
    """What a reader chooses for a file. Empty: as recognised, or as the campaign says."""

    campaign: str = Field(default="", pattern=r"^([a-z0-9][a-z0-9-]{0,63})?$")
    kind: Literal["", "signatures", "outreach", "media", "attention", "counts", "withdrawals"] = ""
    dated: Literal[""] | date = ""
    description: str = Field(default="", max_length=20_000)  # of a file that no format fits; only where it is posted

    def options(self) -> list[str]:
        """As options of the command line, each in one word so that no value can be an option itself."""
        given = {"campaign": self.campaign, "kind": self.kind, "dated": str(self.dated)}
        return [f"--{name}={value}" for name, value in given.items() if value]


class Finding(_Document):
    """Why a record would be rejected, with the line and the column of the file."""

    line: int
    column: str
    value: str
    reason: str


class ColumnUse(_Document):
    """A column of the file, and the field that it is read as; None: it is not used."""

    column: str
    read_as: str | None


class Inspected(_Document):
    """What ``etl inspect --json`` says of a file. records: field → text, the first few; findings: the first few."""

    format: str
    title: str
    kind: str
    columns: list[ColumnUse]
    records: list[dict[str, str | int | None]]
    rows_in: int
    rejected: int
    findings: list[Finding]


class LoadedFile(_Document):
    """What became of a file: its ledger row, and the sentence where it is refused."""

    file: str
    state: Literal["loaded", "already_loaded", "refused"]
    message: str
    kind: str = ""
    format: str = ""
    rows_in: int = 0
    accepted: int = 0
    duplicate: int = 0
    rejected: int = 0
    pending: int = 0
    note: str = ""


class Loaded(_Document):
    """What ``etl load --json`` prints."""

    files: list[LoadedFile]


class Refusal(_Document):
    """What ``etl inspect --json`` says of a file that it refuses. description: a first one, where no format fits."""

    refused: str
    description: str = ""
