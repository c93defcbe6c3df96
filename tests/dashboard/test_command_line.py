"""The command line: the same numbers as the pages, one sentence where it refuses, no web framework for `show`."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.answers.momentum import momentum
from dashboard.show import as_json
from tests.dashboard.asking import ask
from tests.snapshots import campaign, days, publish


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data directory with one campaign of four weeks."""
    publish(tmp_path / "published", signature_daily=days("2026-03-02", [10] * 30, country="MT"))
    return tmp_path


def dashboard(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does."""
    return subprocess.run([sys.executable, "-m", "dashboard", *map(str, arguments)], capture_output=True, text=True)


def test_show_prints_one_json_document_with_the_numbers_of_the_page(data_dir: Path) -> None:
    ended = dashboard("show", "momentum", "--data-dir", data_dir, "--json")
    document = json.loads(ended.stdout)
    assert list(document) == ["question", "campaign_id", "snapshot_id", "as_of", "summary", "rows", "sentence"]
    assert ended.stdout.strip() == as_json(momentum(ask(data_dir / "published")))
    assert document["rows"][0]["day"] == "2026-03-02"
    assert document["as_of"] == "2026-04-01"
    assert sum(row["signatures"] for row in document["rows"]) == document["summary"]["signatures"] == 300


def test_filters_are_options_and_options_may_stand_anywhere(data_dir: Path) -> None:
    ended = dashboard(
        "show", "--country", "EU", "under-reached", "--to", "2026-03-11", "--json", "--data-dir", data_dir,
        "--denominator", "ep_seats", "--type", "university", "--campaign", "open-letter", "--as-of", "2026-03-09",
    )  # fmt: skip
    document = json.loads(ended.stdout)
    assert document["summary"]["signatures"] == 80
    assert {row["iso2"]: row["observed"] for row in document["rows"]} == {"DE": 0, "FR": 0, "GR": 0, "MT": 80}
    assert document["rows"][-1]["expected"] == pytest.approx(80 * 6 / 204)


def test_without_json_a_table_is_printed(data_dir: Path) -> None:
    ended = dashboard("show", "reach", "--data-dir", data_dir)
    assert "1 of 4 member states reached" in ended.stdout
    (malta,) = [line for line in ended.stdout.splitlines() if "Malta" in line and "reached" not in line]
    assert malta.split()[:4] == ["Malta", "300", "500,000", "600.0"]  # in a file a row is one line, however long


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["show", "weather"], "There is no question 'weather'. Ask one of: overview,"),
        (
            ["show", "reach", "--campaign", "gone"],
            "There is no campaign 'gone': choose one with --campaign, of open-letter.",
        ),
        (["show", "reach", "--from", "3 May"], "“3 May” is not a day; a day is written 2023-05-03."),
        (["show", "reach", "--country", "XX"], "There is no country “XX”."),
        (
            ["show", "reach", "--denominator", "area"],
            "There is no “area”; choose one of population, ep_seats, network_sites, institutions.",
        ),
        (["show", "reach", "--snapshot", "old"], "There is no snapshot 'old' in"),
        (
            ["serve", "--host", "0.0.0.0"],
            "--host 0.0.0.0 could be reached by others: add an account with 'campaign-dashboard account add NAME'",
        ),
    ],
)
def test_a_refusal_is_one_sentence_and_exit_status_2(data_dir: Path, arguments: list[str], sentence: str) -> None:
    ended = dashboard(*arguments, "--data-dir", data_dir)
    assert ended.returncode == 2
    assert ended.stderr.startswith(sentence)
    assert ended.stderr.count("\n") == 1
    assert ended.stdout == ""


def test_where_there_are_two_campaigns_one_must_be_named(tmp_path: Path) -> None:
    publish(tmp_path / "published", campaign=[campaign(), campaign("other-letter", launched_on="2026-03-05")])
    ended = dashboard("show", "reach", "--data-dir", tmp_path)
    assert (ended.returncode, ended.stderr) == (
        2,
        "There is more than one campaign: choose one with --campaign, of other-letter, open-letter.\n",
    )


def test_an_earlier_snapshot_shows_what_was_published_then(data_dir: Path) -> None:
    publish(data_dir / "published", "20260402T100000Z-0000bbbb")
    ended = dashboard("show", "momentum", "--snapshot", "20260401T100000Z-0000aaaa", "--data-dir", data_dir, "--json")
    assert json.loads(ended.stdout)["summary"]["signatures"] == 300


def test_nothing_published_is_said_without_a_traceback(tmp_path: Path) -> None:
    ended = dashboard("show", "momentum", "--data-dir", tmp_path)
    assert ended.returncode == 2
    assert ended.stderr.startswith("Nothing has been published in")


def test_a_port_that_is_taken_is_said_in_a_sentence(data_dir: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = dashboard("serve", "--data-dir", data_dir, "--port", str(port))
    sentence = f"Port {port} on 127.0.0.1 is taken: choose another with --port.\n"
    assert (ended.returncode, ended.stderr) == (2, sentence)


def test_show_needs_no_web_framework() -> None:
    loaded = "import sys, dashboard.__main__, dashboard.show; print({'dash', 'flask', 'plotly'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", loaded], text=True).strip() == "set()"
