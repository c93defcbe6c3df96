"""Two kinds of then: as of a day with today's knowledge, and as told by a past snapshot; and what changed between."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask, g

from dashboard.access.reader import Reader
from dashboard.access.roles import Role
from dashboard.answers.changes import changes
from dashboard.answers.momentum import momentum
from dashboard.answers.reach import reach
from dashboard.controls import campaigns, snapshots
from dashboard.filters import Filters
from dashboard.pages import data
from dashboard.requested import requested
from dashboard.shell import banners
from dashboard.snapshot import Published
from tests.dashboard.asking import ask
from tests.dashboard.walking import texts
from tests.snapshots import Row, campaign, publish, signed

THEN, NOW = "20260320T100000Z-0000aaaa", "20260401T100000Z-0000bbbb"


def loaded(file: str, accepted: int, kind: str = "signatures", duplicate: int = 0) -> Row:
    return {
        "campaign_id": "open-letter", "file": file, "file_sha256": file, "kind": kind, "format": "signatures_csv",
        "loaded_at": "2026-03-20 09:00:00Z", "rows_in": accepted + duplicate, "accepted": accepted,
        "duplicate": duplicate, "rejected": 0, "pending": 0, "note": "",
    }  # fmt: skip


@pytest.fixture(autouse=True)
def an_organiser_asks() -> Iterator[None]:
    with Flask(__name__).app_context():
        g.reader = Reader(Role.ORGANISER)
        yield


@pytest.fixture
def published(tmp_path: Path) -> Published:
    """Told on 20 March: 100. Known on 1 April: three late, two withdrawn, four retyped, one from France, 50 since."""
    publish(
        tmp_path,
        THEN,
        datetime(2026, 3, 20, 10, tzinfo=UTC),
        signature_daily=[signed("2026-03-10", 60), signed("2026-03-11", 40, kind="company")],
        load_ledger=[loaded("one.csv", 100)],
    )
    publish(
        tmp_path,
        NOW,
        signature_daily=[
            signed("2026-03-10", 58),
            signed("2026-03-11", 35, kind="company"),
            signed("2026-03-11", 4),
            signed("2026-03-11", 1, "FR", "company"),
            signed("2026-03-12", 3),
            signed("2026-03-25", 50),
        ],
        set_aside=[
            {
                "campaign_id": "open-letter",
                "act": 1,
                "set_aside_at": "2026-03-30 09:00:00Z",
                "chosen_by": "country MT",
                "signatures": 3,
            }
        ],
        load_ledger=[loaded("one.csv", 98, duplicate=2), loaded("two.csv", 53), loaded("gone.csv", 2, "withdrawals")],
    )
    return Published(tmp_path)


def test_a_past_snapshot_says_what_was_told_then(published: Published) -> None:
    assert reach(requested(published, f"?snapshot={THEN}").ask).summary["signatures"] == 100
    assert reach(requested(published, "").ask).summary["signatures"] == 151


def test_as_of_a_day_is_told_with_todays_knowledge(published: Published) -> None:
    assert reach(requested(published, "?as_of=2026-03-20").ask).summary["signatures"] == 101
    both = requested(published, f"?as_of=2026-03-10&snapshot={THEN}").ask
    assert momentum(both).summary["signatures"] == 60


def test_the_past_is_kept_in_the_address_and_can_be_taken_off(published: Published) -> None:
    ask = requested(published, f"?as_of=2026-03-15&snapshot={THEN}").ask
    assert ask.filters.to_address() == f"?campaign=open-letter&as_of=2026-03-15&snapshot={THEN}"
    pieces = {words: without.to_address() for words, without in ask.filters.pieces(ask.known)}
    assert pieces["as published then"] == "?campaign=open-letter&as_of=2026-03-15"


def test_a_banner_says_which_then_it_is(published: Published) -> None:
    def said(search: str) -> str:
        return " ".join(texts(banners(requested(published, search).ask, ())))

    assert "This is what was told on 20 March 2026 at 11:00." in said(f"?snapshot={THEN}")
    assert "As of 15 March 2026: nothing that happened after it counts, with what is known today." in said(
        "?as_of=2026-03-15"
    )
    assert "with what is known then." in said(f"?as_of=2026-03-15&snapshot={THEN}")
    assert "told on" not in said("")


def test_a_snapshot_that_is_gone_is_left_out_with_a_notice(published: Published) -> None:
    found = requested(published, "?snapshot=20250101T000000Z-ffffffff&countries=DE")
    assert found.notices == ("There is no snapshot “20250101T000000Z-ffffffff” any more.",)
    assert found.ask.filters == Filters("open-letter", countries=("DE",))
    assert found.ask.snapshot.snapshot_id == NOW


def test_earlier_snapshots_can_be_chosen_by_their_moment_on_the_clock_of_the_campaign(published: Published) -> None:
    now, then = snapshots(requested(published, "").ask, published.ids()).children
    assert (now.children, now.className, now.href) == ("As known now", "chosen", "?campaign=open-letter")
    assert (then.children, then.href) == ("As told 20 Mar 2026, 11:00", f"?campaign=open-letter&snapshot={THEN}")


def test_choosing_another_campaign_leaves_the_past(tmp_path: Path) -> None:
    publish(tmp_path, campaign=[campaign(), campaign(campaign_id="other", title="Other letter")])
    own, other = campaigns(ask(tmp_path, "?campaign=open-letter&as_of=2026-03-15&countries=MT")).children
    assert own.href == "?campaign=open-letter&countries=MT&as_of=2026-03-15"
    assert (other.children, other.href) == ("Other letter", "?campaign=other&countries=MT")


def test_what_changed_is_listed_for_the_days_that_were_known_then(published: Published) -> None:
    found = changes(requested(published, f"?snapshot={THEN}").ask)
    assert found.rows.values.tolist() == [
        ["France", 0, 1, 1],
        ["10 March 2026", 60, 58, -2],
        ["12 March 2026", 0, 3, 3],
        ["Company", 40, 36, -4],
        ["University", 60, 65, 5],
    ]
    assert found.sentence == (
        "Up to 20 March 2026, 100 signatures were told and 101 are known now: 3 more on some days, 2 fewer on some "
        "days and at least 4 under another kind of institution. Since then: 1 file loaded with 53 accepted rows, "
        "2 withdrawals listed, 2 duplicates found in files loaded before and 3 records set aside."
    )


def test_where_nothing_has_changed_that_is_said(tmp_path: Path) -> None:
    publish(tmp_path, THEN, datetime(2026, 3, 20, 10, tzinfo=UTC), signature_daily=[signed("2026-03-10", 6)])
    publish(tmp_path, NOW, signature_daily=[signed("2026-03-10", 6), signed("2026-03-25", 5)])
    ask = requested(Published(tmp_path), f"?snapshot={THEN}").ask
    said = (
        "Up to 20 March 2026, 6 signatures were told, and as many are known now: nothing has changed that totals show."
    )
    assert changes(ask).sentence == said
    assert said in list(texts(data.layout(ask)))


def test_without_a_past_snapshot_there_is_nothing_to_compare_with(published: Published) -> None:
    assert changes(requested(published, "").ask).sentence == "No past snapshot is chosen to compare with."
