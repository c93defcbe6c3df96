"""Kinds of institution against the states' shares: what is missing most, in words; worked out by hand."""

from pathlib import Path

import pytest

from dashboard.answers.under_reached_kinds import under_reached_cells, under_reached_kinds
from tests.dashboard.asking import ask
from tests.snapshots import publish, signed

# Of 80, 60, 10 and 0.5 million people. 1505 universities: shares 800, 600, 100, 5. 301 companies: 160, 120, 20, 1.
SIGNED = [
    signed("2026-03-02", 800),
    signed("2026-03-02", 700, country="FR"),
    signed("2026-03-02", 5, country="MT"),
    signed("2026-03-02", 160, kind="company"),
    signed("2026-03-02", 119, country="FR", kind="company"),
    signed("2026-03-02", 21, country="GR", kind="company"),
    signed("2026-03-02", 1, country="MT", kind="company"),
    signed("2026-03-02", 500, country="NO"),
    signed("2026-03-02", 70, country="GR", kind="unknown"),
]


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return publish(tmp_path, signature_daily=SIGNED).parent


def test_a_state_without_universities_is_named_with_what_is_missing_there(published: Path) -> None:
    found = under_reached_kinds(ask(published))
    assert found.rows.set_index("label")["verdict"].to_dict() == {
        "University": "under", "Company": "too_little_evidence",
    }  # fmt: skip
    assert found.sentence == (
        "University: none in 1 of 4 states (Greece); below the share beyond chance in Greece, 100 signatures missing"
        " there."
    )
    assert found.rows["in_words"].iloc[1] == "Company: some in every state; nowhere below the share beyond chance."


def test_a_cell_is_held_against_the_states_share_of_what_its_kind_gave(published: Path) -> None:
    rows = under_reached_cells(ask(published)).rows.set_index(["iso2", "institution_type"])
    assert rows["expected"].to_dict() == pytest.approx(
        {("DE", "university"): 800, ("FR", "university"): 600, ("GR", "university"): 100, ("MT", "university"): 5,
         ("DE", "company"): 160, ("FR", "company"): 120, ("GR", "company"): 20, ("MT", "company"): 1}
    )  # fmt: skip
    assert rows.loc[("GR", "university"), ["verdict", "missing_to_parity"]].tolist() == ["under", 100]
    assert rows.loc[("MT", "company"), "verdict"] == "too_little_evidence"


def test_seats_change_the_shares(published: Path) -> None:
    rows = under_reached_cells(ask(published, "?denominator=ep_seats")).rows.set_index(["iso2", "institution_type"])
    assert rows.loc[("GR", "university"), "expected"] == pytest.approx(1505 * 21 / 204)  # of 96 + 81 + 21 + 6


def test_choosing_a_state_changes_which_cells_are_shown_and_none_of_them(published: Path) -> None:
    every = under_reached_cells(ask(published)).rows
    greek = under_reached_cells(ask(published, "?countries=GR")).rows
    assert greek.equals(every[every["iso2"] == "GR"].reset_index(drop=True))


def test_29_signatures_are_too_few_for_any_kind(tmp_path: Path) -> None:
    publish(
        tmp_path,
        signature_daily=[
            signed("2026-03-02", 11),
            signed("2026-03-02", 9, "FR"),
            signed("2026-03-02", 9, kind="company"),
        ],
    )
    found = under_reached_kinds(ask(tmp_path))
    assert set(found.rows["verdict"]) == {"too_little_evidence"}
    assert under_reached_cells(ask(tmp_path)).sentence.startswith("No kind of institution is below its share")


def test_where_the_registry_is_known_it_is_said_how_many_institutions_gave_nobody(tmp_path: Path) -> None:
    registered = [
        {"country": country, "institution_type": kind, "institutions": count}
        for country, kind, count in (("GR", "university", 24), ("GR", "company", 3), ("DE", "university", 80))
    ]
    found = under_reached_kinds(
        ask(publish(tmp_path, signature_daily=SIGNED, registered_institution=registered).parent)
    )
    assert found.sentence == (
        "University: none in 1 of 4 states (Greece), so none of the 24 that the registry knows in Greece; below the"
        " share beyond chance in Greece, 100 signatures missing there."
    )
    assert found.rows["in_words"].iloc[1].startswith("Company: some in every state; nowhere")
