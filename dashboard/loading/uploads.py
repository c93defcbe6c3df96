"""Uploaded files that wait for a decision: one folder each below the inbox, for their owner's eyes only.

Several server processes share them, so everything that is known of an upload stands in its folder.
"""

import re
import shutil
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from secrets import token_hex
from time import time
from typing import IO

from dashboard.errors import DashboardError

LIFETIME = timedelta(hours=1)
_LONGEST_NAME = 200  # bytes; file systems take 255
_LONGEST_SUFFIX = 20


class NoSuchUploadError(DashboardError):
    """An upload that was put away or is older than its lifetime."""


@dataclass(frozen=True)
class Upload:
    """One uploaded file. Its folder's name is its id; what stands beside the file begins with a dot."""

    folder: Path

    @property
    def ident(self) -> str:
        """32 hexadecimal digits."""
        return self.folder.name

    @property
    def file(self) -> Path | None:
        """The file under its own name; None once it has been loaded."""
        return next(self.folder.glob("[!.]*"), None)

    @property
    def said(self) -> Path:
        """What the loader says while it works; it exists once loading has begun."""
        return self.folder / ".said"

    @property
    def outcome(self) -> Path:
        """What the loader prints at its end."""
        return self.folder / ".outcome"

    @property
    def description(self) -> Path:
        """How the reader describes the file, where no format fits it."""
        return self.folder / ".description.toml"

    def discard(self) -> None:
        """Remove the file and all that is known of it."""
        shutil.rmtree(self.folder, ignore_errors=True)  # gone already is well


class Uploads:
    """The uploads of one data directory."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "inbox" / ".uploads"

    def keep(self, name: str, content: IO[bytes]) -> Upload:
        """Keep a file under its own name, made safe. If its content does not come whole, nothing is left of it."""
        upload = Upload(self._folder / token_hex(16))
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        upload.folder.mkdir(mode=0o700)
        try:
            place = upload.folder / safe_name(name)
            place.touch(mode=0o600)
            with place.open("wb") as file:
                shutil.copyfileobj(content, file)
        except BaseException:
            upload.discard()
            raise
        return upload

    def find(self, ident: str) -> Upload:
        """The upload of that id. Raises NoSuchUploadError."""
        upload = Upload(self._folder / ident)
        if not re.fullmatch("[0-9a-f]{32}", ident) or not upload.folder.is_dir():
            raise NoSuchUploadError("This file is no longer here: choose it again.")
        return upload

    def sweep(self) -> None:
        """Discard what has been left lying for longer than its lifetime."""
        for folder in self._folder.glob("*"):
            if time() - folder.stat().st_mtime > LIFETIME.total_seconds():
                Upload(folder).discard()


def safe_name(name: str) -> str:
    """A file name that names a visible file in one folder and nothing else, and still is what the reader called it."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    shown = "".join(letter for letter in last if letter.isprintable()).lstrip(". ").rstrip()
    suffix = Path(shown).suffix
    room = _LONGEST_NAME - len(suffix[:_LONGEST_SUFFIX].encode())
    stem = shown.removesuffix(suffix).encode()[:room].decode(errors="ignore")
    return (stem + suffix[:_LONGEST_SUFFIX]) or "file"
