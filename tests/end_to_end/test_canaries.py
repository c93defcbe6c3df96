"""A thousand planted people: no byte of what is published, printed or exported tells of one."""

import base64
import contextlib
import io
import shutil
import sys
import zipfile
from pathlib import Path
from unittest.mock import patch

import duckdb

from dashboard.__main__ import main as dashboard
from tests.installation import Installation

CANARIES = 1_000
PLANTED = "".join(
    f"2023-05-{1 + n % 28:02},Kanarienvogel{n} Invented,kanarienvogel{n}@uni.example,University of Nowhere,DE\n"
    for n in range(CANARIES)
)


def run(data_dir: Path, *words: str | Path) -> str:
    out = io.StringIO()
    given = ["campaign-dashboard", *map(str, words), "--data-dir", str(data_dir)]
    with (
        patch.object(sys, "argv", given),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(out),
        contextlib.suppress(SystemExit),
    ):
        dashboard()
    return out.getvalue()


def contents(folder: Path) -> list[bytes]:
    """The bytes of every file, of the members of archives, and of every text in a database."""
    found: list[bytes] = []
    for path in (path for path in folder.rglob("*") if path.is_file()):
        found.append(path.read_bytes())
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                found += [archive.read(name) for name in archive.namelist()]
        if path.suffix == ".duckdb":
            with duckdb.connect(str(path), read_only=True) as connection:
                tables = connection.execute("select table_name from duckdb_tables()").fetchall()
                found += [str(connection.table(name).fetchall()).encode() for (name,) in tables]
    return found


def test_no_planted_person_stands_in_what_is_published_printed_or_exported(installation: Installation) -> None:
    inbox = installation.root / "inbox" / "letter" / "signatures"
    (inbox / "form.csv").write_text("signed_at,name,email,affiliation,country\n" + PLANTED)
    said = str(installation.etl("run", "--json")) + str(installation.etl("status")) + str(installation.etl("publish"))
    assert installation.ask("select sum(signatures) from signature_daily") == [(CANARIES,)]
    alone = installation.root.parent / "alone"  # what the web process needs: the published folder, and nothing else
    shutil.copytree(installation.root / "published", alone / "published")
    printed = run(alone, "show", "reach", "--json") + run(alone, "show", "momentum")
    assert "1,000" in printed or "1000" in printed
    assert "files in" in run(alone, "export", "--out", installation.root.parent / "export")
    searched = [
        *contents(installation.root / "published"),
        *contents(installation.root.parent / "export"),
        said.encode(),
        printed.encode(),
    ]
    assert sum(map(len, searched)) > 100_000
    for sign in (b"kanarienvogel", base64.b64encode(b"kanarienvogel")[:-4], b"kanarienvogel".hex().encode()):
        assert not any(sign in content or sign in content.lower() for content in searched)
    assert b"kanarienvogel" in (inbox / "form.csv").read_bytes()
