"""Taking loaded files back: out of the warehouse, the quarantine and the inbox."""

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.data_dir import DataDir
from etl.errors import Refused
from etl.load.people import settle
from etl.load.quarantine import quarantine_path
from etl.sql import run_file
from etl.warehouse.ledger import LedgerRow

_SHORTEST_HASH = 6
_SET_ASIDE = "taken-back"  # a folder in the inbox; `etl run` does not look into folders


@dataclass(frozen=True)
class Leaving:
    """What is taken back: one file of a campaign, or, with ``file_sha256`` None, all of them."""

    campaign_id: str
    file_sha256: str | None = None

    def take_out(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Delete the records from the warehouse in use, and settle anew what counts."""
        run_file(connection, "load/take_back.sql", dict(vars(self)))
        run_file(connection, "load/unsaid_texts.sql")
        settle(connection)


def loaded_file(ledger: Sequence[LedgerRow], start_of_hash: str, campaign_id: str | None) -> LedgerRow:
    """The one loaded file whose SHA-256 begins so.

    Raises:
        Refused: none does, several do, or the hash is too short to tell.
    """
    if len(start_of_hash) < _SHORTEST_HASH:
        raise Refused(
            f"'{start_of_hash}' is too short; give {_SHORTEST_HASH} characters or more of the file's SHA-256."
        )
    found = [
        row
        for row in ledger
        if row.file_sha256.startswith(start_of_hash.lower()) and campaign_id in (None, row.campaign_id)
    ]
    if not found:
        raise Refused(f"No loaded file has a SHA-256 that begins with {start_of_hash}; `etl status` lists them.")
    if len(found) > 1:
        names = ", ".join(f"{row.file} in {row.campaign_id}" for row in found)
        raise Refused(
            f"Several loaded files begin so ({names}); give more of the SHA-256, or name one with --campaign."
        )
    return found[0]


def inbox_copies(data_dir: DataDir, row: LedgerRow) -> list[Path]:
    """The files in the campaign's inbox with this content: `etl run` would load them again."""
    files = [path for path in (data_dir.inbox / row.campaign_id).glob("*/*") if path.is_file()]
    return [path for path in files if _sha256(path) == row.file_sha256]


def set_aside(copies: Sequence[Path]) -> None:
    """Move files into a folder beside them, where `etl run` leaves them alone."""
    for path in copies:
        (path.parent / _SET_ASIDE).mkdir(exist_ok=True)
        path.rename(path.parent / _SET_ASIDE / path.name)


def forget_file(data_dir: DataDir, row: LedgerRow) -> None:
    """Remove what the quarantine holds of a file."""
    quarantine_path(data_dir.quarantine, row.campaign_id, row.file_sha256).unlink(missing_ok=True)


def remove_folders(data_dir: DataDir, campaign_id: str) -> None:
    """Remove a campaign's quarantine, inbox and, last, its own folder: a removal that was cut off can be repeated."""
    for folder in (data_dir.quarantine, data_dir.inbox, data_dir.campaigns):
        if (folder / campaign_id).exists():
            shutil.rmtree(folder / campaign_id)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
