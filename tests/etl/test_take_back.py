"""Taking back: a loaded file, a whole campaign; shown first, and gone for good."""

from pathlib import Path

import pytest

from tests.installation import Installation, built_once

HEADER = "signed_at,name,email,affiliation,country\n"
ADA = "2023-05-01,Ada Invented,ada@uni.example,University of Nowhere,DE\n"
BOB = "2023-05-02,Bob Invented,bob@uni.example,Bobs own words,FR\n"
SOON = "soon,Cy Invented,cy@uni.example,,IT\n"


def hash_of(installation: Installation, file: str) -> str:
    ((found,),) = installation.ask(f"select file_sha256 from load_ledger where file = '{file}'")
    return str(found)


def warehouse_bytes(installation: Installation) -> bytes:
    folder = installation.root / "warehouse"
    return b"".join(path.read_bytes() for path in folder.glob("*.duckdb*"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Tuesday's file overlaps with Monday's, adds Bob, and has one unusable record."""
    with built_once(tmp_path_factory.mktemp("built")) as made:
        made.load(made.write("monday.csv", HEADER + ADA))
        made.load(made.write("tuesday.csv", HEADER + ADA + BOB + SOON))
    return made


@pytest.fixture
def monday_and_tuesday(built: Installation, installation: Installation) -> None:
    """What is built, in the installation of the test."""
    built.copy_to(installation.root.parent)


@pytest.mark.usefixtures("monday_and_tuesday")
def test_a_file_taken_back_leaves_what_the_others_alone_would_give(installation: Installation) -> None:
    only_monday = Installation(installation.root.parent / "other")
    only_monday.etl("campaign", "new", "letter", "--title", "An invented letter", "--launched-on", "2023-04-28")
    only_monday.load(installation.write("monday.csv", HEADER + ADA))
    assert installation.etl("unload", hash_of(installation, "tuesday.csv"), "--yes").status == 0
    content = "select content_sha256 from snapshot"
    assert installation.ask(content) == only_monday.ask(content)
    assert installation.ask("select file from load_ledger") == [("monday.csv",)]


@pytest.mark.usefixtures("monday_and_tuesday")
def test_every_total_that_changes_is_shown_and_nothing_is_done_without_a_yes(installation: Installation) -> None:
    before = installation.snapshot()
    files = sorted(path for path in installation.root.rglob("*") if path.name != "LOCK")
    ended = installation.etl("unload", hash_of(installation, "tuesday.csv")[:12])
    shown = [line.split() for line in ended.out.splitlines()]
    assert ["letter", "signatures", "2", "1"] in shown
    assert ["letter", "signatures,", "France", "1", "0"] in shown
    assert not any("Germany" in line for line in shown)
    assert ["letter", "tuesday.csv:", "rejected", "1", "0"] in shown
    assert ended.status == 2
    assert ended.err.strip() == (
        "Take tuesday.csv (signatures, 3 records) back from the campaign letter? "
        "There is no terminal to ask on: nothing was changed; say so with --yes."
    )
    assert installation.snapshot() == before
    assert sorted(path for path in installation.root.rglob("*") if path.name != "LOCK") == files


@pytest.mark.usefixtures("monday_and_tuesday")
def test_a_duplicate_counts_when_the_file_that_came_before_is_taken_back(installation: Installation) -> None:
    installation.etl("unload", hash_of(installation, "monday.csv"), "--yes")
    assert installation.counts("tuesday.csv") == (3, 2, 0, 1, 0)
    assert installation.ask("select sum(signatures) from signature_daily") == [(2,)]


@pytest.mark.usefixtures("monday_and_tuesday")
def test_no_byte_of_what_was_taken_back_stays(installation: Installation) -> None:
    assert b"Bobs own words" in warehouse_bytes(installation)
    assert list(installation.root.glob("quarantine/*/*.csv")) != []
    installation.etl("unload", hash_of(installation, "tuesday.csv"), "--yes")
    assert b"Bobs own words" not in warehouse_bytes(installation)
    assert list(installation.root.glob("quarantine/*/*.csv")) == []


@pytest.mark.usefixtures("monday_and_tuesday")
def test_a_file_taken_back_may_be_loaded_again(installation: Installation) -> None:
    before = installation.ask("select content_sha256 from snapshot")
    installation.etl("unload", hash_of(installation, "tuesday.csv"), "--yes")
    installation.load(installation.write("tuesday.csv", HEADER + ADA + BOB + SOON))
    assert installation.ask("select content_sha256 from snapshot") == before


def test_the_next_run_does_not_load_from_the_inbox_what_was_taken_back(installation: Installation) -> None:
    inbox = installation.root / "inbox" / "letter" / "signatures"
    (inbox / "form.csv").write_text(HEADER + ADA)
    installation.etl("run")
    installation.etl("unload", hash_of(installation, "form.csv"), "--yes")
    assert installation.etl("run", "--json").json["files"] == []
    assert (inbox / "taken-back" / "form.csv").read_text() == HEADER + ADA


@pytest.mark.parametrize(
    ("hash_given", "sentence"),
    [
        ("abc", "'abc' is too short; give 6 characters or more of the file's SHA-256."),
        ("0123456789", "No loaded file has a SHA-256 that begins with 0123456789; `etl status` lists them."),
    ],
)
def test_a_hash_that_tells_no_file_is_refused(installation: Installation, hash_given: str, sentence: str) -> None:
    installation.load(installation.write("monday.csv", HEADER + ADA))
    ended = installation.etl("unload", hash_given, "--yes")
    assert (ended.status, ended.err.strip()) == (2, sentence)


def test_one_content_in_two_campaigns_is_taken_back_from_the_one_named(installation: Installation) -> None:
    installation.etl("campaign", "new", "other", "--title", "Another invented letter")
    file = installation.write("form.csv", HEADER + ADA)
    installation.load(file, "--campaign", "letter")
    installation.load(file, "--campaign", "other")
    found = installation.ask("select any_value(file_sha256) from load_ledger")[0][0]
    refused = installation.etl("unload", found, "--yes")
    assert "(form.csv in letter, form.csv in other)" in refused.err
    installation.etl("unload", found, "--campaign", "other", "--yes")
    assert installation.ask("select campaign_id from load_ledger") == [("letter",)]


def test_the_invented_campaign_can_be_removed_and_the_own_one_stays(installation: Installation) -> None:
    installation.load(installation.write("monday.csv", HEADER + ADA))
    before = installation.ask("select content_sha256 from snapshot")
    installation.etl("demo", "--ends-on", "2023-06-30")
    installation.etl("run")
    assert installation.ask("select count(distinct campaign_id) from signature_daily") == [(2,)]
    ended = installation.etl("campaign", "remove", "demo", "--yes")
    assert ended.status == 0, ended
    assert installation.ask("select content_sha256 from snapshot") == before
    assert [path for path in installation.root.rglob("*") if "demo" in path.name] == []


def test_the_only_campaign_can_be_removed(installation: Installation) -> None:
    installation.load(installation.write("monday.csv", HEADER + ADA))
    assert installation.etl("campaign", "remove", "letter", "--yes").status == 0
    assert installation.ask("select count(*) from campaign") == [(0,)]
    assert "There is no campaign yet" in installation.etl("load", Path("monday.csv")).err
