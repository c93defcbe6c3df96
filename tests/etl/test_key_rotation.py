"""The person key is rotated: every mark is another one; the same people are counted, merged, set aside, forgotten."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from tests.installation import Ended, Installation, built_once

HEADER = "signed_at,name,email,affiliation,country\n"
SIGNED = (
    HEADER
    + """2023-05-01,Ada Invented,ada@uni.example,KU Leuven,BE
2023-05-02,Ada Invented,ada@home.example,,BE
2023-05-03,Bob Invented,,University of Vienna,AT
2023-05-04,Robert Invented,,Universität Wien,AT
2023-05-05,Cy Invented,cy@list.example,,MT
2023-05-06,Dee Invented,dee@uni.example,,FR
2023-05-07,Eve Invented,eve@uni.example,,IT
"""
)
EVE = "2023-05-07,Eve Invented,eve@uni.example,,IT\n"
WITHDRAWN = "withdrawn_at,email\n2023-05-10,dee@uni.example\n"
LOG = (
    "occurred_at,organisation,contact_role,country,institution_type,channel,stage,email\n"
    "2023-04-29,KU Leuven,rector,BE,university,email,contacted,ada@uni.example\n"
    "2023-05-01,Invented Union,chair,FR,ngo,phone,contacted,\n"
)
CONTENT = "select content_sha256 from snapshot"
COUNTED = "select country, sum(signatures) from signature_daily group by all order by all"
LEDGER = "select file, rows_in, accepted, duplicate, rejected, pending from load_ledger order by all"
REFERENCES = "select contact_ref from open_contact order by all"


def rotate(installation: Installation) -> Ended:
    ended = installation.etl("key", "rotate", "--yes")
    assert ended.status == 0, ended
    return ended


def warehouse(installation: Installation) -> Path:
    """The one database in the folder of the warehouse."""
    (database,) = (installation.root / "warehouse").glob("warehouse-*")
    return database


def marks(installation: Installation) -> set[object]:
    """Every mark of a person, a name, a domain or a contact in the warehouse."""
    with duckdb.connect(str(warehouse(installation)), read_only=True) as connection:
        rows = connection.execute(
            "select person_key, domain_key, name_key, initial_key from signature "
            "union all select person_key, null, null, null from withdrawal "
            "union all select person_key, null, null, null from person_verdict "
            "union all select other_key, null, null, null from person_verdict "
            "union all select person_key, null, null, null from same_person "
            "union all select person, null, null, null from same_person "
            "union all select person_key, told_by, null, null from found_pair "
            "union all select other_key, null, null, null from found_pair "
            "union all select signer_key, contact_key, name_key, null from contact"
        ).fetchall()
    return {mark for row in rows for mark in row if mark is not None}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Ada's two keys are one by the organisers' word, Bob's by the rules; Dee has withdrawn, Eve was forgotten."""
    with built_once(tmp_path_factory.mktemp("built")) as made:
        made.load(*(made.write(n, t) for n, t in (("s.csv", SIGNED), ("withdrawn.csv", WITHDRAWN), ("log.csv", LOG))))
        merge(made)
        assert made.etl("forget", "--from", made.write("f.txt", "eve@uni.example"), "--yes").status == 0
    assert made.ask(COUNTED) == [("AT", 1), ("BE", 1), ("MT", 1)]
    return made


@pytest.fixture
def loaded(built: Installation, tmp_path: Path, person_key_file: Path) -> Installation:
    """A copy of it, with its key and its list of forgotten people."""
    copy = built.copy_to(tmp_path)
    assert person_key_file.exists()
    return copy


def merge(installation: Installation) -> None:
    (likely,) = [pair for pair in installation.etl("people", "--json").json if pair["state"] == "likely"]
    assert installation.etl("people", "--merge", likely["person_key"], likely["other_key"], "--yes").status == 0


def test_no_total_changes_and_no_mark_stays(loaded: Installation) -> None:
    before, people = marks(loaded), [pair["state"] for pair in loaded.etl("people", "--json").json]
    counted, ledger, steps = loaded.ask(COUNTED), loaded.ask(LEDGER), loaded.ask("from contact_step_daily order by all")
    assert "No total changes." in rotate(loaded).out
    after = marks(loaded)
    assert len(after) == len(before) >= 20
    assert after.isdisjoint(before)
    assert loaded.ask(COUNTED) == counted
    assert loaded.ask(LEDGER) == ledger
    assert loaded.ask("from contact_step_daily order by all") == steps
    assert [pair["state"] for pair in loaded.etl("people", "--json").json] == people == ["merged by you", "merged"]


def test_without_references_of_contacts_the_snapshot_stays_the_same_one(installation: Installation) -> None:
    installation.load(installation.write("signed.csv", SIGNED))
    before = installation.ask(CONTENT), installation.snapshot()
    rotate(installation)
    assert (installation.ask(CONTENT), installation.snapshot()) == before


def test_what_was_published_is_what_loading_everything_under_the_new_key_publishes(loaded: Installation) -> None:
    rotate(loaded)
    rotate(loaded)
    content = loaded.ask(CONTENT)
    shutil.rmtree(loaded.root / "warehouse")
    loaded.load(*(loaded.root.parent / "exports" / name for name in ("log.csv", "withdrawn.csv", "s.csv")))
    merge(loaded)
    assert loaded.ask(CONTENT) == content


def test_the_same_person_in_a_new_file_is_counted_once(loaded: Installation) -> None:
    rotate(loaded)
    again = """2023-06-01,A. Invented,ADA@uni.example,,BE
2023-06-01,Invented Bob,,Uni Wien,AT
2023-06-01,Dee Invented,dee@uni.example,,FR
2023-05-09,Dee Invented,dee@uni.example,,FR
2023-06-01,Fay Invented,fay@uni.example,,IT
"""
    loaded.load(loaded.write("again.csv", HEADER + again))
    assert loaded.ask(COUNTED) == [("AT", 1), ("BE", 1), ("FR", 1), ("IT", 1), ("MT", 1)]
    assert loaded.counts("again.csv") == (5, 2, 2, 0, 1)  # Dee on 1 June and Fay; Dee on 9 May is withdrawn


def test_an_email_domain_is_found_after_a_rotation(loaded: Installation) -> None:
    rotate(loaded)
    assert loaded.etl("set-aside", "--email-domain", "list.example", "--yes").status == 0
    assert loaded.ask(COUNTED) == [("AT", 1), ("BE", 1)]
    rotate(loaded)
    assert loaded.ask(COUNTED) == [("AT", 1), ("BE", 1)]
    assert loaded.etl("set-aside", "--undo", "1", "--yes").status == 0
    assert loaded.ask(COUNTED) == [("AT", 1), ("BE", 1), ("MT", 1)]


def test_forgotten_people_stay_forgotten(loaded: Installation, person_key_file: Path) -> None:
    forgotten = person_key_file.with_name("person-key.forgotten")
    before = forgotten.read_text()
    rotate(loaded)
    assert forgotten.read_text().split() != before.split()
    loaded.load(loaded.write("old.csv", SIGNED + "\n"))
    assert loaded.counts("old.csv") == (6, 0, 5, 0, 1)
    forgotten.write_text(before)  # a backup of the list, from before the rotation
    loaded.load(loaded.write("older.csv", SIGNED + "\n\n"))
    assert loaded.counts("older.csv")[0] == 6
    assert loaded.etl("forget", "--from", loaded.write("f.txt", "cy@list.example"), "--yes").status == 0
    rotate(loaded)
    loaded.load(loaded.write("oldest.csv", SIGNED + "\n\n\n"))
    assert loaded.counts("oldest.csv")[0] == 5
    assert loaded.ask(COUNTED) == [("AT", 1), ("BE", 1)]


@pytest.mark.parametrize("command", [("run",), ("publish",), ("forget", "--again", "--yes")])
def test_a_backup_from_before_the_rotation_is_brought_to_the_key(
    loaded: Installation, command: tuple[str, ...]
) -> None:
    shutil.copytree(loaded.root, loaded.root.parent / "backup")
    forget = loaded.etl("forget", "--from", loaded.write("f.txt", "cy@list.example"), "--yes")
    assert forget.status == 0
    rotate(loaded)
    rotated = marks(loaded)
    shutil.rmtree(loaded.root)
    shutil.copytree(loaded.root.parent / "backup", loaded.root)
    ended = loaded.etl(*command)
    assert ended.status == 0, ended
    assert "the person key was rotated since the warehouse was built: bringing its marks to the key" in (
        ended.out + ended.err
    )
    assert marks(loaded) == rotated
    assert loaded.ask(COUNTED) == [("AT", 1), ("BE", 1)]


def test_an_email_domain_is_found_in_a_backup_from_before_the_rotation(loaded: Installation) -> None:
    shutil.copytree(loaded.root, loaded.root.parent / "backup")
    rotate(loaded)
    shutil.rmtree(loaded.root)
    shutil.copytree(loaded.root.parent / "backup", loaded.root)
    assert loaded.etl("set-aside", "--email-domain", "list.example", "--yes").status == 0
    assert loaded.ask(COUNTED) == [("AT", 1), ("BE", 1)]


def test_a_contact_is_found_by_a_reference_from_before_the_rotation(loaded: Installation) -> None:
    (before,) = loaded.ask(REFERENCES)
    rotate(loaded)
    (after,) = loaded.ask(REFERENCES)
    assert after != before
    assert after[0].endswith("-2")
    header = "Reference,Organisation,Role,Country,Kind of institution,Team,Channel,Stage,Last entry,Due\n"
    row = "{},Invented Union,chair,FR,ngo,,phone,{},2023-05-0{},\n"
    answers = row.format(before[0], "delivered", 3) + row.format(after[0], "replied", 4)
    loaded.load(loaded.write("desk.csv", header + answers))
    reached = loaded.ask("select reached_on::varchar, step, contacts from contact_step_daily where country = 'FR'")
    assert sorted(reached) == [
        ("2023-05-01", "contacted", 1),
        ("2023-05-03", "delivered", 1),
        ("2023-05-04", "clicked", 1),
        ("2023-05-04", "replied", 1),
    ]


def test_a_person_key_from_before_the_rotation_forgets_nobody_and_says_so(loaded: Installation) -> None:
    def keys() -> tuple[str, str]:
        (ours,) = [pair for pair in loaded.etl("people", "--json").json if pair["state"] == "merged by you"]
        return ours["person_key"], ours["other_key"]

    before = keys()
    rotate(loaded)
    ended = loaded.etl("forget", "--from", loaded.write("f.txt", before[0]), "--yes")
    assert ended.status == 2
    assert ended.err.strip() == (
        f"Nobody here has the person key {before[0]}: `etl key rotate` makes them anew. Give the e-mail address, or "
        "the key as `etl people --json` lists it now."
    )
    (one, _) = keys()
    for _ in range(2):  # the second time it is among the forgotten
        assert loaded.etl("forget", "--from", loaded.write("f.txt", one), "--yes").status == 0
        assert loaded.ask(COUNTED) == [("AT", 1), ("MT", 1)]


def test_without_a_yes_nothing_is_changed(loaded: Installation, person_key_file: Path) -> None:
    files = [*loaded.root.rglob("*"), *person_key_file.parent.iterdir()]
    before = {path: path.read_bytes() for path in files if path.is_file()}
    ended = loaded.etl("key", "rotate")
    assert ended.status == 2
    assert ended.err.strip() == (
        "Rotate the key and make every mark of a person anew? There is no terminal to ask on: nothing was changed; "
        "say so with --yes."
    )
    assert f"{person_key_file} would have 2 secrets, the last one new: back it up at once." in ended.out
    files = [*loaded.root.rglob("*"), *person_key_file.parent.iterdir()]
    assert {path: path.read_bytes() for path in files if path.is_file()} == before


def test_the_earlier_key_opens_nothing(loaded: Installation, person_key_file: Path) -> None:
    earlier = person_key_file.read_text()
    rotate(loaded)
    assert person_key_file.stat().st_mode & 0o077 == 0
    person_key_file.write_text(earlier)
    ended = loaded.etl("run")
    assert ended.status == 2
    assert "is not the one that this warehouse was built with; restore it from your backup" in ended.err
    shutil.rmtree(loaded.root / "warehouse")
    ended = loaded.etl("load", loaded.write("old.csv", HEADER + EVE))
    assert ended.status == 2
    assert "person-key.forgotten was written with a later key than the one in" in ended.err
    assert "or forgotten people would come back." in ended.err


def test_a_secret_that_was_added_by_hand_is_a_rotation(loaded: Installation, person_key_file: Path) -> None:
    before = marks(loaded)
    person_key_file.write_text(person_key_file.read_text().strip() + ", " + "5a" * 32)
    loaded.load(loaded.write("more.csv", SIGNED + "2023-06-01,Fay Invented,fay@uni.example,,IT\n"))
    assert marks(loaded).isdisjoint(before)
    assert loaded.ask(COUNTED) == [("AT", 1), ("BE", 1), ("IT", 1), ("MT", 1)]


def test_a_key_that_cannot_be_written_is_not_rotated(loaded: Installation, person_key_file: Path) -> None:
    before = marks(loaded)
    person_key_file.with_name("person-key.new").mkdir()
    ended = loaded.etl("key", "rotate", "--yes")
    assert ended.status == 2
    assert ended.err.strip() == (
        f"The key file {person_key_file} cannot be written: nothing was changed. Where another program keeps the key, "
        "add a comma and a new secret there (openssl rand -hex 32), then run `campaign-etl run`."
    )
    assert marks(loaded) == before
    assert loaded.etl("run").status == 0


def test_before_the_first_load_there_is_no_key(installation: Installation, person_key_file: Path) -> None:
    ended = installation.etl("key", "rotate", "--yes")
    assert (ended.status, ended.err.strip()) == (
        2,
        f"There is no key at {person_key_file} yet; the first load makes one.",
    )


def test_a_lost_key_is_not_rotated(loaded: Installation, person_key_file: Path) -> None:
    person_key_file.unlink()
    assert "is missing; restore it from your backup" in loaded.etl("key", "rotate", "--yes").err
    assert "is missing; restore it from your backup" in loaded.etl("run").err
    assert not person_key_file.exists()


def test_the_audit_log_says_that_the_key_was_rotated_and_not_the_key(loaded: Installation) -> None:
    rotate(loaded)
    said = json.loads((loaded.root / "audit.jsonl").read_text().splitlines()[-1])
    del said["at"]
    assert said == {"act": "key rotate", "secrets": 2, "forgotten": 1}
