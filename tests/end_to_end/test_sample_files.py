"""Real export files of real campaigns, where CAMPAIGN_SAMPLE_FILES names a folder that holds them.

They are not part of the project: their licences differ.
"""

import os
from pathlib import Path

import pytest

from tests.installation import Installation

SAMPLES = Path(os.environ.get("CAMPAIGN_SAMPLE_FILES", "no-such-folder"))
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="CAMPAIGN_SAMPLE_FILES names no folder of sample files")


@pytest.mark.parametrize(
    ("file", "kind", "rows_in"),
    [
        ("letters/laion-2023-04-28.md", "signatures", 29),
        ("letters/laion-2023-09-21.md", "signatures", 30),
        ("signatures/ostp-2022.csv", "signatures", 1478),
        ("signatures/t4p-2024.csv", "signatures", 1155),
        ("signatures/keepandroidopen-2026.yaml", "signatures", 39),
        ("media/rss-ai-eu-2023.csv", "media", 162),
        ("media/mediacloud-excerpt.csv", "media", 19),
        ("outreach/meps-2024.csv", "outreach", 718),
    ],
)
def test_a_sample_file_is_recognised_and_its_ledger_balances(
    installation: Installation, file: str, kind: str, rows_in: int
) -> None:
    (entry,) = installation.load(SAMPLES / file)["files"]
    assert (entry["kind"], entry["rows_in"]) == (kind, rows_in)
    assert rows_in == entry["accepted"] + entry["duplicate"] + entry["rejected"] + entry["pending"]
    assert entry["rejected"] == 0


def test_the_april_letter_has_two_organisations_and_27_people_and_every_stated_country(
    installation: Installation,
) -> None:
    installation.load(SAMPLES / "letters/laion-2023-04-28.md")
    kinds = installation.ask("select signer_kind, sum(signatures) from signature_daily group by all order by all")
    assert kinds == [("organisation", 2), ("person", 27)]
    people = dict(
        installation.ask(
            "select country, sum(signatures) from signature_daily where signer_kind = 'person' group by all"
        )
    )
    assert people["FI"] == 1  # "University of Turku, Finland"
    assert people["DE"] >= 8  # as many of them write "Germany" behind their first affiliation


def test_the_members_of_the_parliament_come_from_27_states(installation: Installation) -> None:
    installation.load(SAMPLES / "outreach/meps-2024.csv")
    query = "select count(distinct country), sum(contacts) from outreach_daily where stage = 'target'"
    assert installation.ask(query) == [(27, 718)]
    lead = "select sum(members) from member_step_daily_committee where committee = 'ITRE' and seat = 'member'"
    assert installation.ask(lead) == [(90,)]  # 85 members, the chair and 4 vice-chairs


def test_the_letters_people_their_countries_and_who_came_back(installation: Installation) -> None:
    assert installation.etl("campaign", "new", "autumn", "--title", "Autumn", "--launched-on", "2023-09-21").status == 0
    april, september = SAMPLES / "letters/laion-2023-04-28.md", SAMPLES / "letters/laion-2023-09-21.md"
    installation.load(april, "--campaign", "letter")
    installation.load(september, "--campaign", "autumn")
    people = dict(
        installation.ask(
            "select country, sum(signatures) from signature_daily"
            " where campaign_id = 'letter' and signer_kind = 'person' group by all"
        )
    )
    assert people == {"DE": 20, "AT": 1, "DK": 1, "FI": 1, "CH": 1, "CA": 1, "US": 1, "NO": 1}
    for name in ("RWTH Aachen University", "German Research Center for Artificial Intelligence (DFKI)"):
        query = (
            "select count(distinct institution_id), sum(signatures) > 0 from institution_daily"
            f" where campaign_id = 'letter' and institution = '{name}'"
        )
        assert installation.ask(query) == [(1, True)]
    standings = (
        "select sum(people), sum(changed_institution) from returner"
        " where campaign_id = 'autumn' and standing in ('returned', 'likely_returned')"
    )
    assert installation.ask(standings) == [(10, 1)]
