"""Under-reached: what is missing in a member state, and what was tried there."""

from pathlib import Path

import pytest
from dash import dcc

from dashboard.answers.next_contacts import next_contacts
from dashboard.answers.under_reached import under_reached
from dashboard.pages.parity_cards import against_share, spread_card
from dashboard.pages.under_reached import layout
from tests.dashboard.asking import ask
from tests.dashboard.walking import parts, texts
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


def test_states_can_be_held_against_the_sites_of_the_networks(tmp_path: Path) -> None:
    sites = {"DE": 6, "FR": 2, "GR": 2, "NO": 5}
    publish(
        tmp_path,
        signature_daily=[signed("2026-03-02", 90), signed("2026-03-02", 10, "FR"), signed("2026-03-02", 9, "MT")],
        campaign_network=[{"campaign_id": "open-letter", "network_id": "ellis"}],
        network_site=[
            *(
                {"network_id": "ellis", "site": f"{code} {n}", "country": code}
                for code, many in sites.items()
                for n in range(many)
            ),
            {"network_id": "other", "site": "Valletta", "country": "MT"},
        ],
    )
    found = under_reached(ask(tmp_path, "?denominator=network_sites"))
    # Of ten sites of the network in the Union; Malta has one of a network that the campaign does not look at.
    assert found.rows.set_index("iso2")["expected"].to_dict() == pytest.approx({"DE": 60, "FR": 20, "GR": 20})
    assert found.rows.set_index("iso2")["verdict"].to_dict() == {"GR": "under", "FR": "under", "DE": "over"}
    assert found.sentence.startswith("2 member states are below their share of the networks' sites beyond chance")


def test_states_can_be_held_against_the_registered_institutions_of_the_chosen_kind(tmp_path: Path) -> None:
    publish(
        tmp_path,
        signature_daily=[
            signed("2026-03-02", 90),
            signed("2026-03-02", 10, "FR"),
            signed("2026-03-02", 50, kind="company"),
        ],
        registered_institution=[
            {"country": code, "institution_type": kind, "institutions": count}
            for code, kind, count in (
                *(("DE", "university", 30), ("FR", "university", 10), ("GR", "university", 10)),
                *(("DE", "company", 500), ("NO", "university", 50)),
            )
        ],
    )
    found = under_reached(ask(tmp_path, "?denominator=institutions&types=university"))
    assert found.rows.set_index("iso2")["expected"].to_dict() == pytest.approx({"DE": 60, "FR": 20, "GR": 20})
    assert found.sentence.startswith("2 member states are below their share of the registered institutions")
    assert "By institutions" in list(texts(layout(ask(tmp_path))))


def test_without_a_registry_the_page_says_how_to_bring_one_in(published: Path) -> None:
    said = " ".join(texts(layout(ask(published))))
    assert "How many institutions of a kind a state has is not known: campaign-etl reference ror" in said


def test_without_known_sites_nothing_is_a_share_of_them(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=[signed("2026-03-02", 90)])
    asked = ask(tmp_path, "?denominator=network_sites")
    said = "No member state has a share of the networks' sites: none is known."
    assert said in list(texts(layout(asked)))
    assert not next_contacts(asked).rows["name"].tolist()
    assert "By network sites" not in list(texts(layout(asked)))


def test_map_list_and_funnel_show_all_states_and_mark_the_chosen_one(published: Path) -> None:
    france = ask(published, "?countries=FR")
    shown = [*layout(france), *against_share(france), *spread_card(france)]
    graphs = [part for part in parts(shown) if isinstance(part, dcc.Graph)]
    drawn = {graph.id["figure"]: graph.figure for graph in graphs}
    states, squares = drawn["parity-map"]["data"][1:]
    assert states["text"] == drawn["parity-by-country"]["data"][0]["y"][::-1]
    outlined = zip(states["text"], states["marker"]["line"]["width"], strict=True)
    assert [name for name, width in outlined if width > 1] == ["France"]
    assert squares["text"] == ["Malta"]
    for dots in (drawn["parity-by-country"]["data"][0], drawn["funnel-by-country"]["data"][-1]):
        bright = [opacity == 1 for opacity in dots["marker"]["opacity"]]
        linked = [link for link, seen in zip(dots["customdata"], bright, strict=True) if seen]
        assert linked == ["?campaign=open-letter"]  # the one that is chosen leads back to all


def test_a_chosen_state_is_told_in_words(published: Path) -> None:
    # 68 signatures of 150.5 million people: 27.1 of France's 60 million
    assert under_reached(ask(published, "?countries=FR")).sentence.startswith(
        "France: 8 signatures, 27.1 at its share: 0.30 of it, could be anything between"
    )
