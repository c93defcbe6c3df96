"""Which snapshot is current, what happens when it changes, and that nothing but reading is possible."""

import threading
from pathlib import Path

import duckdb
import pytest

from dashboard.errors import NoSnapshotError, OtherSchemaError, UnknownSnapshotError
from dashboard.snapshot import Published
from etl.publish.protected import build_protected
from tests.dashboard.asking import ask
from tests.snapshots import publish, signed

OLD, NEW = "20260401T100000Z-0000aaaa", "20260402T100000Z-0000bbbb"


def test_a_switch_is_followed_at_the_next_request(tmp_path: Path) -> None:
    publish(tmp_path, OLD, signature_daily=[signed("2026-03-03", 5)])
    published = Published(tmp_path)
    assert published.current().snapshot_id == OLD
    publish(tmp_path, NEW, signature_daily=[signed("2026-03-03", 7)])
    assert published.current().snapshot_id == NEW
    assert ask(tmp_path).totals.signatures == 7


def test_what_was_asked_of_an_old_snapshot_is_answered_after_many_switches(tmp_path: Path) -> None:
    publish(tmp_path, OLD, signature_daily=[signed("2026-03-03", 5)])
    published = Published(tmp_path)
    old = published.current()
    for number in range(6):
        publish(tmp_path, f"20260402T10000{number}Z-0000bbbb")
        published.current()
    assert old.query("select sum(signatures)::bigint as n from signature_daily", {})["n"].iloc[0] == 5


def test_no_request_fails_while_snapshots_are_switched(tmp_path: Path) -> None:
    publish(tmp_path, OLD, signature_daily=[signed("2026-03-03", 5)])
    published, stop = Published(tmp_path), threading.Event()
    failures: list[Exception] = []
    answered: list[int] = []

    def reader() -> None:
        while not stop.is_set():
            try:
                rows = published.current().query("select sum(signatures)::bigint as n from signature_daily", {})
                answered.append(int(rows["n"].iloc[0]))
            except Exception as failure:
                failures.append(failure)

    readers = [threading.Thread(target=reader) for _ in range(4)]
    for thread in readers:
        thread.start()
    for number in range(8):
        publish(tmp_path, f"20260402T10000{number}Z-0000bbbb", signature_daily=[signed("2026-03-03", number)])
    stop.set()
    for thread in readers:
        thread.join()
    assert failures == []
    assert set(answered) <= {5, *range(8)}
    assert len(set(answered)) > 1


@pytest.mark.parametrize("broken", ["snapshot-20260403T100000Z-0000cccc.duckdb", "../elsewhere.duckdb", ""])
def test_a_pointer_to_nothing_leaves_the_last_good_snapshot_served(tmp_path: Path, broken: str) -> None:
    publish(tmp_path, OLD)
    published = Published(tmp_path)
    published.current()
    (tmp_path / "CURRENT").write_text(broken)
    assert published.current().snapshot_id == OLD
    assert Published(tmp_path).current().snapshot_id == OLD


def test_a_file_that_is_no_database_leaves_the_last_good_snapshot_served(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    (tmp_path / f"snapshot-{NEW}.duckdb").write_bytes(b"no database")
    (tmp_path / "CURRENT").write_text(f"snapshot-{NEW}.duckdb")
    assert Published(tmp_path).current().snapshot_id == OLD


def test_nothing_published_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(
        NoSnapshotError, match=r"Nothing has been published in .* yet: load a file with 'etl load FILE'"
    ):
        Published(tmp_path / "published").current()


def test_an_earlier_snapshot_is_found_by_its_id(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    publish(tmp_path, NEW)
    assert Published(tmp_path).by_id(OLD).snapshot_id == OLD


def test_the_protected_snapshot_is_read_from_beside_the_exact_one(tmp_path: Path) -> None:
    """The pointer and the ids are the same for both."""
    exact = publish(tmp_path, OLD)
    build_protected(exact, exact.with_name(f"protected-{OLD}.duckdb"))
    with duckdb.connect(str(exact.with_name(f"protected-{OLD}.duckdb"))) as connection:
        connection.execute("insert into snapshot values (?, now(), '', 1)", [OLD])
    reader = Published(tmp_path, protected=True)
    assert reader.ids() == [OLD]
    for found in (reader.current(), reader.by_id(OLD)):
        assert found.table("campaign")["is_protected"].tolist() == [True]
    assert Published(tmp_path).current().table("campaign")["is_protected"].tolist() == [False]


@pytest.mark.parametrize("wrong", ["20250101T000000Z-00000000", "../../etc/passwd", ""])
def test_an_unknown_id_is_refused(tmp_path: Path, wrong: str) -> None:
    publish(tmp_path, OLD)
    with pytest.raises(UnknownSnapshotError, match="There is no snapshot"):
        Published(tmp_path).by_id(wrong)


@pytest.mark.parametrize(
    "sql",
    [
        "delete from signature_daily",
        "select * from read_csv('/etc/hostname')",
        "copy signature_daily to 'signatures.csv'",
        "set lock_configuration = false",
        "set enable_external_access = true",
        "attach '/tmp/other.duckdb' as other",
        "install httpfs",
        "load httpfs",
        "select * from 'https://example.org/x.csv'",
        "select * from glob('/etc/*')",
        "select * from tmp_path",  # a variable of Python
        "export database '/tmp/exported'",
    ],
)
def test_a_snapshot_can_be_read_and_nothing_else(tmp_path: Path, sql: str) -> None:
    publish(tmp_path)
    with pytest.raises((duckdb.Error, OtherSchemaError)):
        Published(tmp_path).current().query(sql, {})
