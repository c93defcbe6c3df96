"""What the protected snapshot shows, what it leaves out, and that nothing hidden follows from it."""

from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from bench.attack import attack, is_sum_of_cells, propagated
from bench.attack_campaign import attacked_campaign
from etl.publish.protected import build_protected
from tests.installation import Installation
from tests.snapshots import Row, campaign, publish, signed

HEAD = "signed_at,name,email,affiliation,country\n"


def protected(folder: Path, **tables: list[Row]) -> Path:
    """The protected snapshot of an exact one that holds these rows."""
    made = folder / f"protected-{len(list(folder.glob('protected-*')))}.duckdb"
    build_protected(publish(folder, made.stem, **tables), made)
    return made


def ask(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def named(count: int, number: str, day: str = "2026-03-05", **other: object) -> Row:
    """A row of institution_daily."""
    where = {"campaign_id": "open-letter", "country": "DE", "institution_type": "university"}
    return where | {"day": day, "institution_id": number, "institution": f"Institution {number}"} | {
        "signatures": count
    } | other  # fmt: skip


def test_fewer_than_ten_are_hidden_and_the_rest_is_rounded_to_five(tmp_path: Path) -> None:
    rows = [signed("2026-03-05", count, country) for country, count in {"DE": 9, "FR": 10, "GR": 12, "NO": 13}.items()]
    found = ask(protected(tmp_path, signature_daily=rows), "select country, signatures from signature_daily order by 1")
    assert found == [("FR", 10), ("GR", 10), ("NO", 15)]


def test_counts_of_articles_are_shown_as_they_are(tmp_path: Path) -> None:
    row = {"campaign_id": "open-letter", "day": "2026-03-05", "source": "GDELT", "mentions": 3, "articles": 1001}
    found = ask(protected(tmp_path, attention_daily=[row]), "select mentions, articles, country from attention_daily")
    assert found == [(3, 1001, None)]


def test_days_add_up_to_what_is_shown_of_the_total_so_far(tmp_path: Path) -> None:
    """Totals so far of 6, 11, 12, 18, 17 and 9 are shown as none, 10, 10, 20, 15 and none."""
    rows = [signed(f"2026-03-0{day}", count) for day, count in enumerate([6, 5, 1, 6, -1, -8], start=1)]
    found = ask(
        protected(tmp_path, signature_daily=rows), "select day(day), signatures from signature_daily order by 1"
    )
    assert found == [(2, 10), (4, 10), (5, -5), (6, -15)]


def test_kinds_are_told_apart_in_large_countries_alone(tmp_path: Path) -> None:
    rows = [signed("2026-03-05", 20, country, kind) for country in ("DE", "MT") for kind in ("university", "unknown")]
    found = ask(
        protected(tmp_path, signature_daily=rows),
        "select country, institution_type, signatures from signature_daily order by all",
    )
    assert found == [("DE", "not_shown", 20), ("DE", "university", 20), ("MT", "not_shown", 40)]


def test_an_institution_is_named_without_its_number_once_its_cell_has_grown_by_ten_since(tmp_path: Path) -> None:
    """The first has ten on 5 March, when its cell shows 20; on 7 March the cell shows 30. The second comes too late."""
    days = [("2026-03-05", 20), ("2026-03-06", 6), ("2026-03-07", 4)]
    made = protected(
        tmp_path,
        signature_daily=[signed(day, count) for day, count in days],
        institution_daily=[named(12, "1"), named(9, "2"), named(1, "2", "2026-03-06"), named(9, "3")],
    )
    assert ask(made, "select day(day), institution, signatures from institution_daily") == [(7, "Institution 1", 10)]


def test_organisations_are_named_and_not_counted_among_the_people(tmp_path: Path) -> None:
    made = protected(
        tmp_path,
        signature_daily=[signed("2026-03-05", 12), signed("2026-03-05", 1, signer_kind="organisation")],
        institution_daily=[named(1, "an-organisation", signer_kind="organisation")],
    )
    assert ask(made, "select signer_kind, signatures from signature_daily order by 1") == [
        ("organisation", 1),
        ("person", 10),
    ]
    assert ask(made, "select institution, signatures from institution_daily") == [("Institution an-organisation", 1)]


def test_networks_are_counted_from_cells_of_their_own(tmp_path: Path) -> None:
    """Of 25 people 14 are in a network: two cells, 14 and 11, are shown as 15 and 10."""
    made = protected(
        tmp_path,
        signature_daily=[signed("2026-03-05", 25)],
        institution_daily=[named(14, "1"), named(5, "2")],
        network=[{"network_id": "n", "title": "A network", "kind": "invented"}],
        campaign_network=[{"campaign_id": "open-letter", "network_id": "n"}],
        network_site_institution=[{"network_id": "n", "site": "A site", "institution_id": "1"}],
    )
    assert ask(made, "select sum(signatures) from signature_daily_network") == [(15,)]
    assert ask(made, "select sum(signatures) from signature_daily") == [(25,)]


def test_a_campaign_whose_signers_are_public_needs_no_protection(tmp_path: Path) -> None:
    rows = [signed("2026-03-05", 3), signed("2026-03-05", 4, "MT", signer_kind="organisation")]
    made = protected(tmp_path, campaign=[campaign(signers_are_public=True)], signature_daily=rows)
    assert ask(made, "select country, institution_type, signatures from signature_daily order by 1") == [
        ("DE", "university", 3),
        ("MT", "university", 4),
    ]
    assert ask(made, "select is_protected from campaign") == [(False,)]


def test_publishing_lays_a_protected_snapshot_beside_the_exact_one(installation: Installation) -> None:
    people = "".join(f"2023-05-0{1 + n % 3},Invented Person {n},person{n}@example.org,,DE\n" for n in range(13))
    installation.load(installation.write("people.csv", HEAD + people))
    exact = installation.snapshot()
    beside = exact.with_name(exact.name.replace("snapshot-", "protected-"))
    assert ask(beside, "select sum(signatures) from signature_daily") == [(15,)]
    assert ask(beside, "select is_protected from campaign") == [(True,)]
    for table in ("load_ledger", "rejection", "resolution", "open_question", "outreach_daily", "follow_up"):
        assert ask(beside, f"select count(*) from {table}") == [(0,)]
    (identity,) = ask(beside, "select snapshot_id, content_sha256 from snapshot")
    assert exact.stem == f"snapshot-{identity[0]}"
    assert identity[0].endswith(identity[1][:8])  # the id holds a mark of what others see, none of the exact numbers
    assert ask(exact, "select content_sha256 from snapshot") != [(identity[1],)]


def test_no_hidden_cell_and_no_increment_follows_from_successive_snapshots(tmp_path: Path) -> None:
    made = attacked_campaign(np.random.default_rng(8), people=700, countries=4, days=10)
    cells = made.cells(10)
    assert all(is_sum_of_cells(made, cells, day, tmp_path) for day in (0, 3, 4, 9))
    found = attack(cells, 25, np.random.default_rng(8))
    assert (found.hidden, found.increments, found.leaks) == (25, 25, 0)
    assert propagated(cells).leaks == 0


def test_the_same_attacker_breaks_tables_whose_margins_are_rounded_by_themselves() -> None:
    cells = attacked_campaign(np.random.default_rng(8), people=700, countries=4, days=10).cells(10)
    assert attack(cells, 25, np.random.default_rng(8), margins_alone=True).leaks > 0
    assert propagated(cells, margins_alone=True).leaks > 0
