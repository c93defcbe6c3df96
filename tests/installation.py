"""A data directory for a test: writes small files, runs the real commands, asks the published snapshot."""

import contextlib
import io
import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import duckdb
import pytest

from etl.__main__ import main


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.out, self.err
        return json.loads(self.out)


@dataclass(frozen=True)
class Installation:
    root: Path

    def etl(self, *arguments: str | Path) -> Ended:
        """Run ``campaign-etl`` with these arguments on this data directory."""
        out, err = io.StringIO(), io.StringIO()
        words = ["campaign-etl", *map(str, arguments), "--data-dir", str(self.root)]
        with patch.object(sys, "argv", words), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main()
                status = 0
            except SystemExit as end:
                status = end.code if isinstance(end.code, int) else int(bool(end.code))
        return Ended(status, out.getvalue(), err.getvalue())

    def write(self, name: str, text: str | bytes) -> Path:
        """Write an export file beside the data directory."""
        path = self.root.parent / "exports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def load(self, *arguments: str | Path) -> Any:
        """Load files and give the JSON document; every file must have been loaded or known."""
        ended = self.etl("load", *arguments, "--json")
        assert ended.status == 0, ended
        return ended.json

    def refuse(self, *arguments: str | Path) -> str:
        """Load a file that must be refused; its sentence."""
        ended = self.etl("load", *arguments, "--json")
        assert ended.status == 2, ended
        (refused,) = [file for file in ended.json["files"] if file["state"] == "refused"]
        return str(refused["message"])

    def snapshot(self) -> Path:
        """The current snapshot file."""
        return self.root / "published" / (self.root / "published" / "CURRENT").read_text().strip()

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """Ask the current snapshot in plain SQL."""
        with duckdb.connect(str(self.snapshot()), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def counts(self, file: str) -> tuple[int, ...]:
        """rows_in, accepted, duplicate, rejected, pending of a loaded file."""
        names = "rows_in, accepted, duplicate, rejected, pending"
        with duckdb.connect(str(self.snapshot()), read_only=True) as connection:
            (row,) = connection.execute(
                f"select {names} from load_ledger where file = $file", {"file": file}
            ).fetchall()
        return row

    def copy_to(self, folder: Path) -> "Installation":
        """A copy in another folder, with its exports, its key and its list of forgotten people."""
        shutil.copytree(self.root.parent, folder, dirs_exist_ok=True)
        return Installation(folder / "data")


def with_letter(folder: Path) -> Installation:
    """A data directory with one campaign, ``letter``, launched on 28 April 2023."""
    made = Installation(folder / "data")
    made.etl("campaign", "new", "letter", "--title", "An invented letter", "--launched-on", "2023-04-28")
    return made


@contextlib.contextmanager
def built_once(folder: Path) -> Iterator[Installation]:
    """As ``with_letter``, with a key of its own, to be filled in the block; each test works on a copy."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("CAMPAIGN_KEY_FILE", str(folder / "configuration" / "person-key"))
        yield with_letter(folder)
