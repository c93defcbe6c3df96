"""A loader that is killed, has no room, finds no folder or meets another one: nothing lost, doubled, half loaded."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.kills import benchmark_kills
from tests.installation import Installation

HEADER = "signed_at,name,email,country\n"
ADA = "2023-05-01,Ada Invented,ada@uni.example,DE\n"
BOB = "2023-05-02,Bob Invented,bob@uni.example,FR\n"
PUBLISHED = "select sum(signatures) from signature_daily"


def started(installation: Installation, file: Path, prepare: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """A loader in a process of its own."""
    command = [sys.executable, "-m", "etl", "load", str(file), "--data-dir", str(installation.root)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=prepare)


def test_loaders_killed_at_boundaries_and_at_random_moments_lose_and_double_nothing(tmp_path: Path) -> None:
    seen = benchmark_kills(16, tmp_path, seed=int.from_bytes(os.urandom(4), "big"))
    assert seen.broken == []
    assert seen.served_old + seen.served_new == 16
    assert seen.died >= 13  # those at boundaries; a random moment may come after the end


def test_rotations_of_the_key_killed_at_boundaries_leave_a_warehouse_that_fits_its_key(tmp_path: Path) -> None:
    seen = benchmark_kills(8, tmp_path, seed=int.from_bytes(os.urandom(4), "big"), act=("key", "rotate", "--yes"))
    assert seen.broken == []
    assert seen.served_old == 8  # a rotation changes no total
    assert seen.died >= 5


def test_a_full_disk_ends_in_a_sentence_and_the_old_snapshot_is_served(installation: Installation) -> None:
    installation.load(installation.write("first.csv", HEADER + ADA))
    before = installation.snapshot()

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    loader = started(installation, installation.write("more.csv", HEADER + BOB), little_room)
    _, said = loader.communicate()
    assert loader.returncode == 2, said
    assert "cannot be read or written" in said
    assert "Free space on the disk or mend the access to the folder, then run the command again." in said
    assert "Traceback" not in said
    assert installation.snapshot() == before
    assert installation.ask(PUBLISHED) == [(1,)]
    installation.load(installation.write("more.csv", HEADER + BOB))
    assert installation.ask(PUBLISHED) == [(2,)]


@pytest.mark.parametrize("folder", ["warehouse", "published"])
def test_a_folder_that_is_none_any_more_ends_in_a_sentence(installation: Installation, folder: str) -> None:
    (installation.root / folder).write_text("no folder")
    ended = installation.etl("load", installation.write("form.csv", HEADER + ADA))
    assert ended.status == 2
    assert f"{installation.root / folder}" in ended.err
    assert "mend the access to the folder" in ended.err


def test_two_loaders_at_once_both_load(installation: Installation) -> None:
    loaders = [
        started(installation, installation.write("ada.csv", HEADER + ADA)),
        started(installation, installation.write("bob.csv", HEADER + BOB)),
    ]
    for loader in loaders:
        _, said = loader.communicate()
        assert loader.returncode == 0, said
    assert installation.ask(PUBLISHED) == [(2,)]
    assert installation.counts("ada.csv") == installation.counts("bob.csv") == (1, 1, 0, 0, 0)


def test_a_lock_that_a_dead_loader_left_behind_is_no_obstacle(installation: Installation) -> None:
    (installation.root / "warehouse").mkdir()
    (installation.root / "warehouse" / "LOCK").write_text("4711")
    installation.load(installation.write("form.csv", HEADER + ADA))
    assert installation.ask(PUBLISHED) == [(1,)]
