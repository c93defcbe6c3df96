"""A small campaign with a network, published exactly and protected, for the tests of reports and open data."""

from pathlib import Path

import duckdb

from etl.publish.protected import build_protected
from tests.snapshots import Row, campaign, days, publish, signed

ID = "20260401T100000Z-0000aaaa"


def published(folder: Path, **settings: object) -> Path:
    """840 people in Germany within 28 days, 40 in France, 7 in Malta; a network of three sites, one of them reached."""
    site: Row = {"network_id": "n", "country": "DE"}
    at: Row = {"campaign_id": "open-letter", "day": "2026-03-02", "country": "DE", "institution_type": "university"}
    exact = publish(
        folder,
        ID,
        campaign=[campaign(title="=1+1 & <b>An open letter</b>", **settings)],
        signature_daily=[*days("2026-03-02", [30] * 28), signed("2026-03-03", 40, "FR"), signed("2026-03-03", 7, "MT")],
        institution_daily=[at | {"institution_id": "u1", "institution": "=cmd University", "signatures": 12}],
        network=[{"network_id": one, "title": f"Network {one}", "kind": "invented"} for one in "nm"],
        campaign_network=[{"campaign_id": "open-letter", "network_id": "n"}],
        network_site=[
            site | {"site": "First site"},
            site | {"site": "=2+2"},
            site | {"site": "Third", "country": "GR"},
        ],
        network_site_institution=[{"network_id": "n", "site": "First site", "institution_id": "u1"}],
        signature_daily_network=[at | {"network_id": "n", "signatures": 12}],
        event=[
            {"campaign_id": "open-letter", "event_id": "1", "day": "2026-03-05", "kind": "note", "title": "</script>"}
        ],
    )
    beside = exact.with_name(f"protected-{ID}.duckdb")
    build_protected(exact, beside)
    with duckdb.connect(str(beside)) as connection:
        connection.execute("insert into snapshot values (?, '2026-04-01 10:00:00Z', 'a mark', 1)", [ID])
    return folder
