"""Reach says of each network how many of its sites have a signer, and which have none."""

from pathlib import Path

from dashboard.pages.signer_cards import signer_cards
from tests.dashboard.asking import ask
from tests.snapshots import Row, publish, signed


def published(folder: Path, **other: list[Row]) -> Path:
    """A network of three sites, two in Germany and one in Malta; one institution in Germany has signed twice."""
    own = {"network_id": "quux"}
    day: Row = {"campaign_id": "open-letter", "day": "2026-03-02", "country": "DE", "institution_type": "university"}
    return publish(
        folder,
        signature_daily=[signed("2026-03-02", 2)],
        institution=[{"institution_number": 1, "institution_id": "zorbax", "institution": "Zorbax"}],
        institution_number_daily=[day | {"institution_number": 1, "signatures": 2}],
        network=[own | {"title": "Quux Network", "kind": "research_network"}],
        campaign_network=[own | {"campaign_id": "open-letter"}],
        network_site=[own | {"site": s, "country": c} for s, c in (("Alps", "DE"), ("Baltic", "DE"), ("Gozo", "MT"))],
        network_site_institution=[own | {"site": "Alps", "institution_id": "zorbax"}],
        signature_daily_network=[day | own | {"signatures": 2}],
        **other,
    ).parent


def test_sites_with_and_without_a_signer_are_told_by_country(tmp_path: Path) -> None:
    asked = ask(published(tmp_path / "published"))
    ((title, sites, reached, share, signatures),) = asked("networks").to_numpy().tolist()
    assert (title, sites, reached, round(share, 3), signatures) == ("Quux Network", 3, 1, 0.333, 2)
    assert asked("network_sites").to_numpy().tolist() == [
        ["Quux Network", "Malta", 1, 0, "Gozo"],
        ["Quux Network", "Germany", 2, 1, "Baltic"],
    ]


def test_sites_follow_the_filters(tmp_path: Path) -> None:
    folder = published(tmp_path / "published")
    malta = ask(folder, "?countries=MT")("networks")
    assert malta[["sites", "sites_reached", "signatures"]].to_numpy().tolist() == [[1, 0, 0]]
    before = ask(folder, "?to=2026-03-01")("networks")
    assert before[["sites", "sites_reached", "signatures"]].to_numpy().tolist() == [[3, 0, 0]]


def test_reach_shows_networks_where_the_campaign_looks_at_any(tmp_path: Path) -> None:
    assert "Sites of networks without a signature" in str(signer_cards(ask(published(tmp_path / "published"))))
    without = publish(tmp_path / "other", signature_daily=[signed("2026-03-02", 2)]).parent
    assert "Sites of networks" not in str(signer_cards(ask(without)))
