"""Networks: which of their sites have a signer, which have none, and everybody once in each network."""

import csv
from pathlib import Path

import pytest

from etl.resolve.affiliation import Resolver
from etl.resolve.reference import Reference
from etl.shipped import shipped
from tests.installation import Installation

HEADER = "signed_at,name,email,affiliation,country,institution_type\n"
SITES = (
    "site,country,institutions\nBavaria,DE,tu-muenchen|Zorbax University\nAlps,DE,TU München\nMalta,MT,Quux Institute\n"
)
TEXTS = ["TUM", "Technische Universität München", "Zorbax University, Estonia", "RWTH Aachen"]


@pytest.fixture
def loaded(installation: Installation) -> Installation:
    """Four signers; three of them at institutions behind two of the three sites of a network of the user's own."""
    own = installation.root / "reference"
    (own / "networks").mkdir(parents=True)
    (own / "networks.csv").write_text("network_id,title,kind\nquux,Quux Network,research_network\nnone,No Sites,x\n")
    (own / "networks" / "quux.csv").write_text(SITES)
    rows = [f'2023-05-0{n + 1},Signer,s{n}@invented.example,"{text}",,' for n, text in enumerate(TEXTS)]
    installation.load(installation.write("form.csv", HEADER + "\n".join(rows) + "\n"))
    return installation


def test_a_site_is_reached_by_any_name_of_an_institution_behind_it(loaded: Installation) -> None:
    assert loaded.ask("select site, institution_id from network_site_institution order by all") == [
        ("Alps", "tu-muenchen"),
        ("Bavaria", "tu-muenchen"),
        ("Bavaria", "university-zorbax-ee"),
    ]


def test_a_signature_counts_once_in_a_network_with_several_sites(loaded: Installation) -> None:
    totals = "select network_id, country, sum(signatures) from signature_daily_network group by all order by all"
    assert loaded.ask(totals) == [("quux", "DE", 2), ("quux", "EE", 1)]


def test_an_organisation_that_signs_reaches_its_site_and_is_added_to_nobody(loaded: Installation) -> None:
    rows = "signed_at,name,signer_kind,affiliation\n2023-05-06,Quux Institute,organisation,Quux Institute\n"
    loaded.load(loaded.write("organisations.csv", rows))
    assert ("Malta",) in loaded.ask("select site from network_site_institution")
    assert loaded.ask("select sum(signatures) from signature_daily_network") == [(3,)]


def test_a_campaign_looks_at_the_networks_that_it_names(loaded: Installation) -> None:
    assert loaded.ask("select network_id from campaign_network") == [("quux",)]
    settings = loaded.root / "campaigns" / "letter" / "campaign.toml"
    original = settings.read_text()
    settings.write_text(original + 'networks = ["none"]\n')
    loaded.etl("publish")
    assert loaded.ask("select network_id from campaign_network") == [("none",)]
    assert loaded.ask("from signature_daily_network") == []
    settings.write_text(original + 'networks = ["zorbax"]\n')
    ended = loaded.etl("publish")
    assert ended.status == 2
    assert "key 'networks': there is no network 'zorbax'; networks.csv has quux, none." in ended.err


@pytest.mark.parametrize("path", sorted(shipped("reference", "networks").glob("*.csv")), ids=lambda path: path.stem)
def test_the_institutions_of_the_shipped_sites_are_known_and_lie_there(path: Path) -> None:
    resolver = Resolver(Reference(lambda name: shipped("reference", name)))
    with path.open(encoding="utf-8", newline="") as file:
        sites = {(name, row["country"]) for row in csv.DictReader(file) for name in row["institutions"].split("|")}
    found = zip(sites, resolver.resolve(name for name, _ in sites), strict=True)
    wrong = [(site, item) for site, item in found if item.institution != site[0] or item.country not in (site[1], None)]
    assert wrong == []
