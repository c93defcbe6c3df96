"""A thousand planted people: no byte of what is published, served, printed, logged or exported tells of one."""

import base64
import contextlib
import io
import logging
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import duckdb
import pytest

from bench.hostile_bodies import own_bodies
from bench.pages import PATHS, PageReader, page_body
from bench.server import free_port, serving
from dashboard.__main__ import main as dashboard
from dashboard.answers.questions import ANSWERS
from dashboard.app import create_app
from dashboard.log import AsJson
from dashboard.metric import metric_names
from dashboard.pages.listed import LATER
from tests.installation import Installation

CANARIES = 1_000
NAME = b"kanarienvogel"
PLANTED = "".join(
    f"2023-05-{1 + n % 28:02},Kanarienvogel{n} Invented,kanarienvogel{n}@uni.example,University of Nowhere,DE\n"
    for n in range(CANARIES)
)
REJECTED = "no day,Kanarienvogel Rejected,kanarienvogel@uni.example,University of Nowhere,DE\n"
POST = "/_dash-update-component"


def base64_inside(text: bytes, before: int) -> bytes:
    """What stands in base64 wherever that text comes after so many bytes (of three), whatever stands around it."""
    encoded = base64.b64encode(b"\0" * before + text)
    return encoded[(before * 8 + 5) // 6 : (before + len(text)) * 8 // 6]


SIGNS = [
    NAME,
    NAME.hex().encode(),
    NAME.decode().encode("utf-16-le"),
    *(base64_inside(written, before) for written in (NAME, NAME.capitalize()) for before in range(3)),
]


def told(contents: Iterator[bytes]) -> list[bytes]:
    """The beginnings of those contents in which a planted person stands; there must be much to search."""
    searched = list(contents)
    assert sum(map(len, searched)) > 50_000
    return [one[:200] for one in searched if any(sign in one or sign in one.lower() for sign in SIGNS)]


def plain(content: bytes) -> Iterator[bytes]:
    """The bytes themselves, and of a zip, also one in a zip, those of its members."""
    yield content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from plain(archive.read(name))


def of_files(folder: Path) -> Iterator[bytes]:
    """The bytes of every file, of the members of archives, and of every value in a database or a Parquet file."""
    for path in (path for path in folder.rglob("*") if path.is_file()):
        yield from plain(path.read_bytes())
        if path.suffix == ".parquet":
            yield str(duckdb.read_parquet(str(path)).fetchall()).encode()
        if path.suffix == ".duckdb":
            with duckdb.connect(str(path), read_only=True) as connection:
                for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall():
                    yield str(connection.table(name).fetchall()).encode()


def of_addresses(published: Path) -> Iterator[bytes]:
    """What the web process answers: every page, later card, table, download and pack, and refusals."""
    client = create_app(published).server.test_client()
    dependencies = client.get("/_dash-dependencies").get_json()
    (later,) = (body for body in own_bodies(dependencies) if "later" in body["output"])
    places = [[{"id": {"later": card}, "property": "id", "value": {"later": card}}] for card in LATER]
    for body in [page_body(dependencies, path, "") for path in PATHS] + [later | {"inputs": one} for one in places]:
        answer = client.post(POST, json=body)
        assert answer.status_code == 200
        assert "sideUpdate" not in answer.get_json()  # nothing failed
        yield answer.get_data()
    questions = {*ANSWERS, *metric_names()}
    tables = [f"/table/{question}" for question in questions] + [f"/download/{one}.csv" for one in questions]
    for address in ["/", "/_dash-layout", *tables, "/pack/ellis.zip"]:
        answer = client.get(address)
        assert answer.status_code == 200 or "beside" in address, address
        yield from plain(answer.get_data())
    yield client.post(POST, data=f'{{"output": "{NAME.decode()[:5]}"}}').get_data()
    yield client.get("/table/none").get_data()


@dataclass(frozen=True)
class Planted:
    """An installation in which the canaries were loaded, what its commands printed, and where temporary files went."""

    installation: Installation
    printed: str
    temporary: Path


@pytest.fixture
def planted(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> Planted:
    """The canaries, and one whose record is rejected."""
    temporary = installation.root.parent / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    folder = installation.root / "inbox" / "letter" / "signatures"
    (folder / "form.csv").write_text(f"signed_at,name,email,affiliation,country\n{PLANTED}{REJECTED}")
    ended = [installation.etl("run", "--json"), installation.etl("status")]
    assert installation.ask("select sum(signatures) from signature_daily") == [(CANARIES,)]
    assert installation.ask("select rejected from load_ledger") == [(1,)]
    return Planted(installation, str(ended), temporary)


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


def alone(planted: Planted) -> Path:
    """A data directory of the published folder alone; all else is gone: inbox, warehouse, quarantine, key."""
    root = planted.installation.root
    only = root.parent / "alone"
    shutil.move(root / "published", only / "published")
    shutil.rmtree(root)
    shutil.rmtree(root.parent / "configuration")
    return only


def test_the_signs_are_found_wherever_they_stand() -> None:
    for before in range(3):
        encoded = base64.b64encode(b"x" * before + NAME + b"7@uni.example")
        assert any(sign in encoded for sign in SIGNS)


def test_no_planted_person_stands_in_a_file_outside_inbox_and_quarantine(planted: Planted) -> None:
    root = planted.installation.root
    assert NAME in (root / "inbox" / "letter" / "signatures" / "form.csv").read_bytes().lower()
    for private in ("inbox", "quarantine"):
        shutil.rmtree(root / private)
    assert told(of_files(root)) == []
    assert list(planted.temporary.iterdir()) == []
    assert NAME.decode() not in planted.printed.lower()


def test_no_planted_person_stands_in_what_the_published_folder_alone_serves_logs_prints_or_exports(
    planted: Planted, caplog: pytest.LogCaptureFixture
) -> None:
    only = alone(planted)
    with caplog.at_level(logging.INFO):
        assert told(of_addresses(only / "published")) == []
    logged = "\n".join(AsJson().format(record) for record in caplog.records)
    assert len(caplog.records) > 100
    assert NAME.decode() not in logged.lower()
    printed = run(only, "show", "reach", "--json") + run(only, "show", "momentum")
    assert "1,000" in printed or "1000" in printed
    assert NAME.decode() not in printed.lower()
    exported = only.parent / "export"
    assert "files in" in run(only, "export", "--out", exported)
    assert told(of_files(exported)) == []
    assert list(planted.temporary.iterdir()) == []
    port = free_port()
    with serving(port, "dashboard", "serve", "--data-dir", str(only), "--port", str(port)) as address:
        reader = PageReader(address.removeprefix("http://"))
        assert CANARIES in reader.read("/", "", reader.connect()).totals
