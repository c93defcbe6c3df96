"""Retention: what has been kept long enough goes, with its seal and into the audit log; what is in use stays."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from etl.campaign import all_campaigns
from etl.data_dir import DataDir
from etl.publish.retention import months_before, overdue
from etl.warehouse.ledger import read_ledger
from etl.warehouse.warehouse import open_for_reading
from tests.installation import Installation, built_once

HEADER = "signed_at,name,email,affiliation,country\n"
ADA = "2023-05-01,Ada Invented,ada@uni.example,,DE\n"
BOB = "2023-05-02,Bob Invented,bob@uni.example,,FR\n"
SOON = "soon,Cy Invented,cy@uni.example,,IT\n"


def allow(installation: Installation, **months: int) -> None:
    """Write months into campaign.toml."""
    lines = [f"{name} = {number}" for name, number in months.items()]
    with (installation.root / "campaigns" / "letter" / "campaign.toml").open("a") as file:
        file.write("\n".join(["[retention]", *lines, ""]))


def kept(installation: Installation) -> dict[str, int]:
    """How many files lie in the inbox, in quarantine and in the published folder, but for CHECKED."""
    files = [path for path in installation.root.rglob("*") if path.is_file() and path.name != "CHECKED"]
    folders = ("inbox", "quarantine", "published")
    return {name: sum(installation.root / name in path.parents for path in files) for name in folders}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Two loaded files, one with a rejected record, one that was refused; two snapshots, exact and protected."""
    with built_once(tmp_path_factory.mktemp("built")) as made:
        inbox = made.root / "inbox" / "letter" / "signatures"
        (inbox / "form.csv").write_text(HEADER + ADA + SOON)
        assert made.etl("run").status == 0
        (inbox / "more.csv").write_text(HEADER + BOB)
        assert made.etl("run").status == 0
        (inbox / "refused.csv").write_text("shoe_size\n38\n")
        assert made.etl("run").status == 2
    assert kept(made) == {"inbox": 3, "quarantine": 1, "published": 9}  # CURRENT, 4 files and their seals
    return made


@pytest.fixture
def loaded(built: Installation, tmp_path: Path) -> Installation:
    return built.copy_to(tmp_path)


def test_what_campaign_toml_lets_go_is_removed_and_totals_stay(loaded: Installation) -> None:
    allow(loaded, inbox_months=0, quarantine_months=0, snapshot_months=0)
    ended = loaded.etl("retention", "--yes")
    assert ended.status == 0, ended
    assert kept(loaded) == {"inbox": 1, "quarantine": 0, "published": 5}
    assert (loaded.root / "inbox" / "letter" / "signatures" / "refused.csv").exists()
    assert loaded.ask("select country, sum(signatures) from signature_daily group by all order by all") == [
        ("DE", 1),
        ("FR", 1),
    ]
    said = json.loads((loaded.root / "audit.jsonl").read_text())
    assert (said["act"], said["files"], said["quarantine_files"], said["snapshots"]) == ("retention", 2, 1, 2)


def test_without_a_yes_it_says_what_would_go_and_changes_nothing(loaded: Installation) -> None:
    allow(loaded, inbox_months=0)
    before = kept(loaded)
    ended = loaded.etl("retention")
    assert ended.status == 2
    assert "form.csv would be removed." in ended.out + ended.err
    assert "refused.csv" not in ended.out + ended.err
    assert "Remove 2 files for good? There is no terminal to ask on: nothing was changed" in ended.err
    assert kept(loaded) == before
    assert not (loaded.root / "audit.jsonl").exists()


@pytest.mark.parametrize("months", [{}, {"inbox_months": 1, "quarantine_months": 1, "snapshot_months": 1}], ids=str)
def test_what_is_left_out_or_young_is_kept(loaded: Installation, months: dict[str, int]) -> None:
    allow(loaded, **months)
    before = kept(loaded)
    ended = loaded.etl("retention", "--yes")
    assert (ended.status, kept(loaded)) == (0, before)
    assert "Nothing has been kept longer than campaign.toml allows." in ended.out + ended.err


def test_each_kind_of_file_has_months_of_its_own(loaded: Installation) -> None:
    allow(loaded, inbox_months=3, quarantine_months=1, snapshot_months=2)
    place = DataDir(loaded.root)
    with open_for_reading(place.warehouse) as connection:
        ledger = read_ledger(connection)
    numbers = []
    for days in (27, 32, 63, 93):
        due = overdue(place, all_campaigns(place), ledger, datetime.now(UTC) + timedelta(days=days))
        numbers.append((len(due.inbox), len(due.quarantine), len(due.snapshots)))
    assert numbers == [(0, 0, 0), (0, 1, 0), (0, 1, 2), (2, 1, 2)]


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [("2026-03-31", 1, "2026-02-28"), ("2026-01-15", 1, "2025-12-15"), ("2026-12-31", 12, "2025-12-31")],
)
def test_a_month_is_a_month_of_the_calendar(day: str, months: int, before: str) -> None:
    assert months_before(datetime.fromisoformat(day), months) == datetime.fromisoformat(before)


def test_months_below_none_are_refused_with_file_and_key(loaded: Installation) -> None:
    allow(loaded, inbox_months=-1)
    ended = loaded.etl("retention", "--yes")
    assert ended.status == 2
    assert "campaign.toml: key 'retention.inbox_months': " in ended.err
    assert (loaded.root / "inbox" / "letter" / "signatures" / "form.csv").exists()
