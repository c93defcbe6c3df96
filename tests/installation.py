"""A data directory for a test: writes small files, runs the real commands, asks the published snapshot."""

import contextlib
import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import duckdb

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
