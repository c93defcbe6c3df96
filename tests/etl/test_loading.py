"""Loading: again, in another order, refused, mixed, killed."""

import time
from pathlib import Path

import pytest

from tests.installation import Installation

HEADER = "signed_at,name,email,country\n"
ROW = "2023-05-01,Ada Invented,ada@uni.example,DE\n"


def test_a_renamed_copy_of_a_loaded_file_changes_nothing(installation: Installation) -> None:
    first = installation.load(installation.write("form.csv", HEADER + ROW))
    again = installation.load(installation.write("copy.csv", HEADER + ROW))
    assert again["files"][0]["state"] == "already_loaded"
    assert again["snapshot_id"] == first["snapshot_id"]
    assert installation.ask("select file from load_ledger") == [("form.csv",)]


def test_an_overlapping_export_adds_only_what_is_new(installation: Installation) -> None:
    installation.load(installation.write("monday.csv", HEADER + ROW))
    installation.load(installation.write("tuesday.csv", HEADER + ROW + "2023-05-02,Bob,bob@uni.example,FR\n"))
    assert installation.ask("select sum(signatures) from signature_daily") == [(2,)]


def test_the_content_hash_does_not_depend_on_the_order_of_loading(tmp_path: Path) -> None:
    hashes = set()
    for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
        place = Installation(tmp_path / f"data-{order}")
        place.etl("campaign", "new", "letter", "--title", "An invented letter", "--launched-on", "2023-04-28")
        rows = [f"2023-05-0{day},Ada,ada@uni.example,{c}\n" for day, c in ((3, "DE"), (1, "FR"), (2, "IT"))]
        files = [place.write(f"{index}.csv", HEADER + row) for index, row in enumerate(rows)]
        for index in order:
            place.load(files[index])
        hashes |= set(place.ask("select content_sha256 from snapshot"))
    assert len(hashes) == 1


def test_a_new_event_is_published_by_the_next_load_of_a_known_file(installation: Installation) -> None:
    file = installation.write("form.csv", HEADER + ROW)
    installation.load(file)
    events = installation.root / "campaigns" / "letter" / "events.csv"
    events.write_text("event_id,day,kind,title,country\nm1,2023-05-02,mailing,First mailing,\n")
    installation.load(file)
    assert installation.ask("select event_id, kind from event") == [("m1", "mailing")]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.csv", b"", "empty.csv: the file is empty."),
        ("picture.csv", b"\x89PNG\0\0", "picture.csv: not text (it holds NUL bytes); export it as CSV in UTF-8."),
        (
            "latin.csv",
            "signed_at,name\n2023-05-01,Zoé\n".encode("latin-1"),
            "latin.csv: line 2 is not utf-8 text; save the file as UTF-8.",
        ),
        ("prose.md", b"Dear Parliament,\n\nplease.\n", "prose.md: no list and no table of supporters in it."),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_in_one_sentence(
    installation: Installation, name: str, content: bytes, sentence: str
) -> None:
    assert installation.refuse(installation.write(name, content)) == sentence


def test_an_unknown_column_set_is_refused_with_the_nearest_format(installation: Installation) -> None:
    sentence = installation.refuse(installation.write("other.csv", "signed_at,name,shoe_size\n"))
    assert sentence == (
        "other.csv: no known format has the columns signed_at, name, shoe_size. "
        "Nearest is signatures_csv: the format knows no column shoe_size. "
        "Name one with --format, or describe yours in a TOML file under sources/ (docs/sources.md)."
    )


def test_a_file_without_a_header_is_refused(installation: Installation) -> None:
    assert "no known format has the columns" in installation.refuse(installation.write("bare.csv", ROW))


def test_a_wrong_byte_deep_in_the_file_is_refused(installation: Installation) -> None:
    rows = "".join(f"2023-05-01,Person {n},p{n}@uni.example,DE\n" for n in range(60_000)).encode()
    file = installation.write(
        "deep.csv", HEADER.encode() + rows + "2023-05-01,Zoé,z@uni.example,DE\n".encode("latin-1")
    )
    assert "is not utf-8 text" in installation.refuse(file)


def test_a_refused_file_does_not_stop_the_others(installation: Installation) -> None:
    good, bad = installation.write("form.csv", HEADER + ROW), installation.write("bad.csv", "x,y\n1,2\n")
    ended = installation.etl("load", bad, good, "--json")
    assert ended.status == 2
    assert [file["state"] for file in ended.json["files"]] == ["refused", "loaded"]
    assert installation.ask("select sum(signatures) from signature_daily") == [(1,)]


def test_a_missing_file_is_refused(installation: Installation) -> None:
    assert installation.refuse(Path("nowhere.csv")) == "nowhere.csv: cannot be read (no such file or directory)."


def test_an_unknown_campaign_is_refused_with_the_way_out(installation: Installation) -> None:
    ended = installation.etl("load", installation.write("form.csv", HEADER + ROW), "--campaign", "other")
    assert (ended.status, ended.err.strip()) == (
        2, "No campaign 'other' (known: letter); create it with: etl campaign new other --title …",
    )  # fmt: skip


def test_counts_are_refused_where_there_are_signatures(installation: Installation) -> None:
    installation.load(installation.write("form.csv", HEADER + ROW))
    counts = installation.write("counts.csv", "observed_at,country,total\n2023-05-01,DE,10\n")
    assert "holds signatures already, and counts would count the same people twice" in installation.refuse(counts)


def test_another_person_key_is_refused(installation: Installation, person_key_file: Path) -> None:
    installation.load(installation.write("form.csv", HEADER + ROW))
    person_key_file.write_text("00" * 32)
    ended = installation.etl("load", installation.write("more.csv", HEADER + "2023-05-02,Bob,b@uni.example,DE\n"))
    assert ended.status == 2
    assert "is not the one that this warehouse was built with" in ended.err


def test_the_person_key_is_readable_by_its_owner_only(installation: Installation, person_key_file: Path) -> None:
    installation.load(installation.write("form.csv", HEADER + ROW))
    assert person_key_file.stat().st_mode & 0o077 == 0


def test_run_loads_the_inbox_once(installation: Installation) -> None:
    (installation.root / "inbox" / "letter" / "signatures" / "form.csv").write_text(HEADER + ROW)
    assert [file["state"] for file in installation.etl("run", "--json").json["files"]] == ["loaded"]
    assert [file["state"] for file in installation.etl("run", "--json").json["files"]] == ["already_loaded"]


def test_a_file_refused_again_is_said_in_full_once(installation: Installation) -> None:
    (installation.root / "inbox" / "letter" / "signatures" / "bad.csv").write_text("x,y\n1,2\n")
    sentence = "bad.csv: no known format has the columns x, y."
    first, second = installation.etl("run"), installation.etl("run")
    assert sentence in first.out
    assert sentence not in second.out
    assert "1 refused as in the run before; `etl inspect FILE` says why, or take them out of the inbox." in second.out
    assert first.status == second.status == 2


def test_inspect_says_what_loading_would_do_and_changes_nothing(installation: Installation) -> None:
    file = installation.write("form.csv", HEADER + ROW + "never,Bob,bob@uni.example,DE\n")
    before = sorted(installation.root.rglob("*"))
    ended = installation.etl("inspect", file)
    assert ended.status == 0
    assert "form.csv would be loaded as signatures_csv" in ended.out
    assert "1 would be rejected" in ended.out
    assert "not a date in a declared form" in ended.out
    assert sorted(installation.root.rglob("*")) == before


def test_inspect_prints_one_document_with_what_loading_would_do(installation: Installation) -> None:
    file = installation.write("form.csv", HEADER + ROW + "never,Bob,bob@uni.example,DE\n")
    ended = installation.etl("inspect", file, "--json")
    assert ended.status == 0
    document = ended.json
    assert (document["format"], document["kind"], document["rows_in"], document["rejected"]) == (
        "signatures_csv", "signatures", 2, 1,
    )  # fmt: skip
    assert document["columns"][0] == {"column": "signed_at", "read_as": "signed_at"}
    assert [record["name"] for record in document["records"]] == ["Ada Invented", "Bob"]
    assert document["findings"] == [
        {"line": 3, "column": "signed_at", "value": "never", "reason": "not a date in a declared form"}
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["empty.csv"], "empty.csv: the file is empty."),
        (["empty.csv", "--campaign", "other"], "No campaign 'other' (known: letter); create it with: "),
        (
            ["empty.csv", "--kind", "shoes"],
            "There is no kind 'shoes'; it is one of signatures, outreach, media, attention, counts, withdrawals.",
        ),
    ],
)
def test_inspect_prints_a_refusal_as_a_document_too(
    installation: Installation, arguments: list[str], sentence: str
) -> None:
    file = installation.write(arguments[0], "")
    ended = installation.etl("inspect", file, *arguments[1:], "--json")
    assert ended.status == 2
    assert list(ended.json) == ["refused"]
    assert ended.json["refused"].startswith(sentence)


def test_a_load_without_news_keeps_the_snapshot_in_any_time_zone(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    header = "published_at,outlet,url,title,language,country,outlet_type\n"
    row = "2023-05-01T10:00:00Z,A,https://a.example/1,An article about an invented letter,en,DE,\n"
    file = installation.write("mentions.csv", header + row)
    first = installation.load(file)["snapshot_id"]
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        assert installation.load(file)["snapshot_id"] == first
    finally:
        monkeypatch.undo()
        time.tzset()
