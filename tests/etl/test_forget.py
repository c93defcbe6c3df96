"""Forgetting: a person is gone from every file, and neither an old export nor a backup brings them back."""

import base64
import gzip
import json
import shutil
from pathlib import Path

import pytest

from etl.data_dir import DataDir
from tests.installation import Ended, Installation

HEADER = "signed_at,name,email,affiliation,country\n"
ADA = "2023-05-01,Ada Invented,ada@uni.example,University of Nowhere in Adaland,DE\n"
BOB = '2023-05-02,Bob Invented,bob@uni.example,"Bob\nand Sons",FR\n'
SOON = "soon,Ada Invented,ada@uni.example,,IT\n"
CANARIES = 1_000


def everything(installation: Installation) -> bytes:
    """Every byte below the data directory, compressed files unpacked."""
    paths = [path for path in installation.root.rglob("*") if path.is_file()]
    return b"\n".join(gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes() for p in paths)


def forget(installation: Installation, *lines: str) -> Ended:
    return installation.etl("forget", "--from", installation.write("forget.txt", "\n".join(lines)), "--yes")


def inbox(installation: Installation) -> Path:
    return installation.root / "inbox" / "letter" / "signatures"


@pytest.fixture
def loaded(installation: Installation) -> Installation:
    """Ada stands in two files of the inbox, one compressed, and once in quarantine."""
    (inbox(installation) / "form.csv").write_text(HEADER + ADA + BOB + SOON)
    (inbox(installation) / "old.csv.gz").write_bytes(gzip.compress((HEADER + BOB + ADA).encode()))
    assert installation.etl("run").status == 0
    assert installation.ask("select sum(signatures) from signature_daily") == [(2,)]
    assert b"ada@uni.example" in everything(installation)
    return installation


@pytest.mark.parametrize("named", ["ADA@uni.example", "Invented, Ada"])
def test_no_byte_of_a_forgotten_person_stays_and_the_others_do(loaded: Installation, named: str) -> None:
    ended = forget(loaded, named)
    assert ended.status == 0, ended
    left = everything(loaded)
    assert [text for text in (b"ada@uni", b"Ada Invented", b"Adaland") if text in left] == []
    assert b"bob@uni.example" in left
    assert (inbox(loaded) / "form.csv").read_text() == HEADER + "\n" + BOB + "\n"
    assert loaded.ask("select country, sum(signatures) from signature_daily group by all") == [("FR", 1)]


def test_the_books_balance_and_files_written_anew_are_not_loaded_again(loaded: Installation) -> None:
    forget(loaded, "ada@uni.example")
    states = [file["state"] for file in loaded.etl("run", "--json").json["files"]]
    assert states == ["already_loaded", "already_loaded"]
    for file in ("form.csv", "old.csv.gz"):
        rows_in, *became = loaded.counts(file)
        assert rows_in == sum(became) > 0


def test_an_old_export_does_not_bring_a_person_back(loaded: Installation) -> None:
    forget(loaded, "ada@uni.example")
    loaded.load(loaded.write("backup.csv", HEADER + ADA + "2023-05-03,Cy Invented,cy@uni.example,,IT\n" + SOON))
    assert loaded.ask("select country, sum(signatures) from signature_daily group by all order by all") == [
        ("FR", 1),
        ("IT", 1),
    ]
    assert loaded.counts("backup.csv") == (1, 1, 0, 0, 0)
    assert b"ada@uni" not in everything(loaded)


def test_a_restored_backup_does_not_bring_a_person_back(loaded: Installation) -> None:
    shutil.copytree(loaded.root, loaded.root.parent / "backup")
    forget(loaded, "ada@uni.example")
    shutil.rmtree(loaded.root)
    shutil.copytree(loaded.root.parent / "backup", loaded.root)
    assert loaded.etl("run").status == 0
    assert loaded.ask("select country, sum(signatures) from signature_daily group by all") == [("FR", 1)]
    assert loaded.etl("forget", "--again", "--yes").status == 0
    assert b"ada@uni" not in everything(loaded)


def test_without_a_yes_nothing_is_changed(loaded: Installation) -> None:
    before = everything(loaded)
    ended = loaded.etl("forget", "--from", loaded.write("forget.txt", "ada@uni.example"))
    assert (ended.status, ended.err.strip()) == (
        2,
        "Forget 1 person key for good? There is no terminal to ask on: nothing was changed; say so with --yes.",
    )
    assert everything(loaded) == before


def test_a_file_that_waits_on_the_page_data_does_not_keep_a_person(loaded: Installation) -> None:
    waiting = loaded.root / "inbox" / ".uploads" / ("0" * 32)
    waiting.mkdir(parents=True)
    (waiting / "form.csv").write_text(HEADER + ADA)
    refused = loaded.etl("forget", "--from", loaded.write("forget.txt", "ada@uni.example"))
    assert "What waits on the page Data would be put away, whomever it holds: 1 file." in refused.out + refused.err
    assert (waiting / "form.csv").exists()
    assert forget(loaded, "ada@uni.example").status == 0
    assert list(waiting.parent.iterdir()) == []
    assert b"ada@uni.example" not in everything(loaded)


def test_a_name_that_nobody_or_several_bear_is_refused(loaded: Installation) -> None:
    assert "Nobody signed as 'Cy Invented'" in forget(loaded, "Cy Invented").err
    loaded.load(loaded.write("more.csv", HEADER + "2023-05-03,Bob Invented,bob@other.example,Elsewhere,IT\n"))
    assert "2 people signed as 'Bob Invented'; give the e-mail address" in forget(loaded, "Bob Invented").err


def test_the_audit_log_counts_and_names_nobody(loaded: Installation) -> None:
    forget(loaded, "ada@uni.example")
    (line,) = (loaded.root / "audit.jsonl").read_text().splitlines()
    said = json.loads(line)
    assert (said["act"], said["person_keys"], said["files"], said["quarantine_files"]) == ("forget", 1, 2, 1)
    assert (loaded.root / "audit.jsonl").stat().st_mode & 0o077 == 0


def test_the_list_of_marks_lies_beside_the_key_for_its_owner_only(loaded: Installation, person_key_file: Path) -> None:
    forget(loaded, "ada@uni.example")
    marks = person_key_file.with_name("person-key.forgotten")
    assert len(marks.read_text().split()) == 1
    assert marks.stat().st_mode & 0o077 == 0
    assert DataDir(loaded.root).root not in marks.parents


def test_a_thousand_forgotten_people_leave_no_byte(installation: Installation) -> None:
    people = [f"2023-05-01,Canary{n} Invented,canary{n}@uni.example,Nest {n} of canaries,DE\n" for n in range(CANARIES)]
    (inbox(installation) / "form.csv").write_text(HEADER + BOB + "".join(people))
    assert installation.etl("run").status == 0
    assert everything(installation).count(b"canary") >= CANARIES
    assert forget(installation, *(f"canary{n}@uni.example" for n in range(CANARIES))).status == 0
    left = everything(installation).lower()
    assert b"canary" not in left
    assert base64.b64encode(b"canary") not in left
    assert b"of canaries" not in left
    assert installation.ask("select sum(signatures) from signature_daily") == [(1,)]
