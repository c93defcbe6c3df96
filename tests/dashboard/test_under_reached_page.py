"""Under-reached: what is missing in a member state, and what was tried there."""

from pathlib import Path

import pytest

from dashboard.answers.under_reached import under_reached
from tests.dashboard.asking import ask
from tests.snapshots import Row, publish, signed


def contacted(day: str, country: str, stage: str) -> Row:
    return {
        "campaign_id": "open-letter", "day": day, "country": country, "institution_type": "company",
        "channel": "email", "wave": "", "stage": stage, "contacts": 1,
    }  # fmt: skip


def mentioned(day: str, country: str) -> Row:
    return {
        "campaign_id": "open-letter", "day": day, "country": country, "language": "en", "outlet": "Paper",
        "outlet_type": "newspaper", "mentions": 1, "stories": 1,
    }  # fmt: skip


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """Germany signs by both kinds, France by companies only, Greece and Malta not at all."""
    return publish(
        tmp_path,
        signature_daily=[
            signed("2026-03-02", 40),
            signed("2026-03-02", 20, kind="company"),
            signed("2026-03-03", 3, country="FR", kind="company"),
            signed("2026-03-03", 5, country="FR", kind="unknown"),
        ],
        outreach_daily=[
            contacted("2026-03-01", "FR", "contacted"),
            contacted("2026-03-05", "FR", "replied"),
            contacted("2026-03-09", "GR", "target"),
        ],
        media_daily=[mentioned("2026-03-04", "FR"), mentioned("2026-03-02", "FR"), mentioned("2026-03-02", "MT")],
    ).parent


def test_missing_kinds_are_those_that_signed_elsewhere_and_not_there(published: Path) -> None:
    rows = under_reached(ask(published)).rows.set_index("iso2")
    assert rows["missing_kinds"].to_dict() == {
        "DE": "", "FR": "University", "GR": "University, Company", "MT": "University, Company",
    }  # fmt: skip


def test_last_contact_leaves_targets_out_and_last_article_is_the_latest(published: Path) -> None:
    rows = under_reached(ask(published)).rows.set_index("iso2")
    contacts = {code: str(day)[:10] for code, day in rows["last_contact_on"].dropna().items()}
    articles = {code: str(day)[:10] for code, day in rows["last_mention_on"].dropna().items()}
    assert contacts == {"FR": "2026-03-05"}
    assert articles == {"FR": "2026-03-04", "MT": "2026-03-02"}


def test_a_period_bounds_what_was_tried(published: Path) -> None:
    rows = under_reached(ask(published, "to=2026-03-03")).rows.set_index("iso2")
    assert str(rows.loc["FR", "last_contact_on"])[:10] == "2026-03-01"
    assert str(rows.loc["FR", "last_mention_on"])[:10] == "2026-03-02"
