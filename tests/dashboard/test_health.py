"""Whether the server says that it is well, what it logs, and what happens when a snapshot is damaged."""

import io
import json
import logging
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.log import AsJson
from dashboard.snapshot import Published
from tests.dashboard.access import PUBLIC_HOST, house
from tests.dashboard.test_app import Reader, text_of
from tests.installation import Installation
from tests.snapshots import publish, signed

OLD, NEW = "20260401T100000Z-0000aaaa", "20260402T100000Z-0000bbbb"
NOW = datetime.now(UTC)


def ready(client: FlaskClient) -> tuple[int, str]:
    """What a load balancer is told."""
    answer = client.get("/readyz")
    return answer.status_code, answer.get_data(as_text=True)


def test_a_fresh_snapshot_is_ready_and_an_old_one_is_not(tmp_path: Path) -> None:
    client = create_app(tmp_path).server.test_client()
    assert (client.get("/healthz").status_code, ready(client)) == (200, (503, "There is no snapshot.\n"))
    publish(tmp_path, OLD, built_at=NOW - timedelta(hours=25))
    assert ready(client) == (503, "The current snapshot is older than its campaign allows.\n")
    publish(tmp_path, NEW, built_at=NOW - timedelta(hours=23))
    assert ready(client) == (200, "ok\n")


def test_a_quiet_campaign_is_not_old_while_loads_find_nothing_new(installation: Installation) -> None:
    file = installation.write("one.csv", "signed_at,name,email,country\n2023-05-01,A B,a@uni.example,DE\n")
    installation.load(file)
    folder = installation.root / "published"
    first, built_at = installation.snapshot(), Published(folder).current().built_at
    moments = [built_at, Published(folder).current().checked_at]
    for command in (["run"], ["load", file]):
        assert installation.etl(*command).status == 0
        moments.append(Published(folder).current().checked_at)
    assert installation.snapshot() == first  # nothing new was published
    assert moments == sorted(set(moments))
    news = (folder / "CHECKED").read_text()
    installation.refuse(installation.write("two.csv", "colour,size\nred,7\n"))
    assert (folder / "CHECKED").read_text() == news  # what was refused may have held news


@pytest.mark.parametrize(
    ("note", "is_old"),
    [
        ("{23_hours_ago} {this}", False),
        ("{25_hours_ago} {this}", True),
        ("{23_hours_ago} {another}", True),
        ("yesterday", True),
        ("yesterday {this}", True),
    ],
)
def test_how_old_is_too_old_counts_from_the_last_load(tmp_path: Path, note: str, is_old: bool) -> None:
    publish(tmp_path, OLD, built_at=NOW - timedelta(days=9))
    ago = {f"{hours}_hours_ago": (NOW - timedelta(hours=hours)).isoformat() for hours in (23, 25)}
    (tmp_path / "CHECKED").write_text(note.format_map({"this": OLD, "another": NEW, **ago}))
    reader = Reader(tmp_path)
    assert ready(reader.client)[0] == (503 if is_old else 200)
    view = reader.page("/")
    assert ("These numbers are old" in text_of(view["banners"])) == is_old
    assert ("found up to date 23 hours ago" in text_of(view["page-footer"])) == (not is_old)


def test_health_is_told_to_everybody_and_tells_nothing_of_the_campaign(tmp_path: Path) -> None:
    client = house(tmp_path).client()
    assert client.get("/healthz", base_url=PUBLIC_HOST).get_data() == b"ok\n"
    assert client.get("/readyz", base_url=PUBLIC_HOST).status_code == 503


@pytest.mark.parametrize("damage", ["a byte", "cut", "gone", "empty"])
def test_a_damaged_snapshot_is_not_served_and_the_last_good_one_is(installation: Installation, damage: str) -> None:
    installation.load(installation.write("one.csv", "signed_at,name,email,country\n2023-05-01,A B,a@uni.example,DE\n"))
    installation.load(installation.write("two.csv", "signed_at,name,email,country\n2023-05-01,C D,c@uni.example,DE\n"))
    path, folder = installation.snapshot(), installation.root / "published"
    client = create_app(folder).server.test_client()
    content = path.read_bytes()
    changed = {
        "a byte": content[:-5000] + bytes([content[-5000] ^ 1]) + content[-4999:],
        "cut": content[: len(content) // 2],
        "empty": b"",
    }
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(changed[damage])
    assert ready(client) == (503, "The current snapshot is damaged or missing: an earlier one is served.\n")
    totals = client.get("/download/totals.csv").get_data(as_text=True)
    assert totals.splitlines()[1].split(",")[0] == "1"
    path.write_bytes(content)
    assert ready(client) == (200, "ok\n")
    assert client.get("/download/totals.csv").get_data(as_text=True).splitlines()[1].split(",")[0] == "2"


def test_every_published_file_has_a_seal_that_goes_with_it(installation: Installation) -> None:
    installation.load(installation.write("one.csv", "signed_at,name,email,country\n2023-05-01,A B,a@uni.example,DE\n"))
    folder = installation.root / "published"
    sealed = sorted(folder.glob("*.sha256"))
    assert [path.name.removesuffix(".sha256") for path in sealed] == sorted(p.name for p in folder.glob("*.duckdb"))
    checked = subprocess.run(["sha256sum", "-c", *(path.name for path in sealed)], cwd=folder, capture_output=True)
    assert checked.returncode == 0


def test_a_snapshot_without_a_seal_is_served(tmp_path: Path) -> None:
    """Those that were published before there were seals."""
    publish(tmp_path, OLD, signature_daily=[signed("2026-03-03", 5)])
    assert Published(tmp_path).current().snapshot_id == OLD


def test_a_request_is_logged_without_what_was_looked_for_and_by_whom(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    publish(tmp_path, OLD)
    client = create_app(tmp_path).server.test_client()
    with caplog.at_level(logging.INFO, "dashboard.requests"):
        client.get("/table/totals?countries=DE&secret=ada@uni.example", headers={"User-Agent": "Ada's browser"})
    (record,) = caplog.records
    line = AsJson().format(record)
    said = json.loads(line)
    assert {said["method"], said["route"], said["status"], said["role"]} == {
        "GET",
        "/table/<question>",
        200,
        "organiser",
    }
    assert not [word for word in ("ada", "Ada", "DE", "127.0.0.1", "totals") if word in line]


def test_a_fault_is_logged_by_its_place_and_not_by_what_it_quotes() -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(AsJson())
    log = logging.Logger("a part")
    log.addHandler(handler)
    try:
        int("ada@uni.example")
    except ValueError:
        log.exception("failure 1a2b")
    said = json.loads(written.getvalue())
    assert (said["level"], said["said"], said["error"]) == ("error", "failure 1a2b", "ValueError")
    assert said["places"][0].startswith("test_health.py:")
    assert "ada" not in written.getvalue()


def test_a_server_outlives_its_worker_and_clients_that_never_finish(tmp_path: Path) -> None:
    publish(tmp_path / "published", OLD)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "dashboard", "serve", "--data-dir", str(tmp_path), "--port", str(port)]
    process = subprocess.Popen([*command, "--workers", "1"], stderr=subprocess.PIPE)
    try:
        _answer(port)
        (worker,) = _children(process.pid)
        os.kill(worker, signal.SIGKILL)
        _answer(port)
        slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(12)]
        for one in slow:
            one.sendall(b"POST /_dash-update-component HTTP/1.1\r\nHost: localhost\r\nContent-Le")
        _answer(port)
        for one in slow:
            one.close()
    finally:
        process.terminate()
        _, said = process.communicate(timeout=60)
    assert [json.loads(line)["level"] for line in said.splitlines()]


def _answer(port: int) -> None:
    """Ask until there is an answer, for two minutes at most."""
    until = time.monotonic() + 120
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=60) as answer:
                assert answer.read() == b"ok\n"
            return
        except OSError:
            assert time.monotonic() < until
            time.sleep(0.2)


def _children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=True)
    return [int(one) for one in listed.stdout.split()]
