"""What was written against who signed: a Union of four worked out by hand, and every number in plain SQL."""

import random
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from dashboard.analysis.coverage import coverage as compared
from dashboard.answers.coverage import coverage, coverage_corners
from dashboard.pages.coverage_cards import coverage_cards
from dashboard.tables import table_html
from tests.dashboard.asking import ask
from tests.snapshots import Row, publish, signed

SIZES = {"DE": 50, "FR": 30, "GR": 19, "MT": 1}
NAMES = {"DE": "Germany", "FR": "France", "GR": "Greece", "MT": "Malta"}


def union(what: str, **counted: int) -> pd.DataFrame:
    codes = list(SIZES)
    return pd.DataFrame(
        {
            "iso2": codes,
            "name": [NAMES[code] for code in codes],
            what: [counted[code] for code in codes],
            "population": [SIZES[code] for code in codes],
            "ep_seats": [1, 1, 1, 1],
        }
    )


def told(number: int, country: str, day: str = "2026-03-10 12:00:00+00", **other: object) -> Row:
    """A row of the table media_story_country."""
    return {
        "campaign_id": "open-letter", "story_id": f"s{number}", "country": country, "first_published_at": day,
        "title": "A letter", "url": f"https://post.example/{number}", "outlets": 1, "mentions": 2,
    } | other  # fmt: skip


def everywhere(**stories: int) -> list[Row]:
    return [told(number, country) for country, count in stories.items() for number in range(count)]


def test_both_are_held_against_their_shares() -> None:
    rows = compared(
        union("stories", DE=30, FR=60, GR=9, MT=1), union("observed", DE=500, FR=100, GR=380, MT=20), "population"
    )
    rows = rows.set_index("iso2")
    assert rows["stories_expected"].to_dict() == pytest.approx({"DE": 50, "FR": 30, "GR": 19, "MT": 1})
    assert rows["coverage"].to_dict() == pytest.approx({"DE": 0.6, "FR": 2, "GR": 9 / 19, "MT": 1})
    assert rows["expected"].to_dict() == pytest.approx({"DE": 500, "FR": 300, "GR": 190, "MT": 10})
    assert rows["ratio"].to_dict() == pytest.approx({"DE": 1, "FR": 1 / 3, "GR": 2, "MT": 2})
    assert rows["corner"].to_dict() == {
        "FR": "written_about_not_signing",
        "DE": "signing_not_written_about",
        "GR": "signing_not_written_about",
        "MT": "too_little_evidence",  # one story proves nothing
    }


def test_all_four_corners() -> None:
    rows = compared(
        union("stories", DE=100, FR=400, GR=50, MT=50), union("observed", DE=600, FR=100, GR=10, MT=40), "population"
    )
    assert rows[["iso2", "corner"]].to_numpy().tolist() == [
        ["FR", "written_about_not_signing"],
        ["DE", "signing_not_written_about"],
        ["GR", "neither"],
        ["MT", "both"],
    ]


def test_stories_keep_the_population_whatever_signatures_are_held_against() -> None:
    numbers = union("stories", DE=40, FR=30, GR=20, MT=10), union("observed", DE=40, FR=40, GR=40, MT=40)
    rows = compared(*numbers, "ep_seats").set_index("iso2")
    assert rows["ratio"].tolist() == pytest.approx([1, 1, 1, 1])
    assert rows["coverage"].to_dict() == pytest.approx({"DE": 0.8, "FR": 1, "GR": 20 / 19, "MT": 10})


def test_a_few_stories_and_signatures_put_no_state_in_a_corner() -> None:
    rows = compared(union("stories", DE=3, FR=1, GR=0, MT=2), union("observed", DE=12, FR=6, GR=7, MT=4), "population")
    assert set(rows["corner"]) == {"too_little_evidence"}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """Shares of 80 : 60 : 10 : 0.5 million."""
    signatures: Mapping[str, int] = {"DE": 900, "FR": 100, "GR": 200, "MT": 0}
    publish(
        tmp_path,
        signature_daily=[signed("2026-03-10", count, country) for country, count in signatures.items()],
        media_story_country=[*everywhere(DE=20, FR=120, GR=1), told(0, "ZZ"), told(0, "NO")],
    )
    return tmp_path


def test_the_sentence_names_the_corners_and_each_has_its_call(published: Path) -> None:
    found = coverage(ask(published))
    assert found.sentence == (
        "Written about without signing: France; signing without being written about: Germany and Greece; too little "
        "evidence for 1 of 4."
    )
    assert found.summary == {
        "stories": 141, "signatures": 1200, "denominator": "population", "written_about_not_signing": 1,
        "signing_not_written_about": 2, "neither": 0, "both": 0, "too_little_evidence": 1,
    }  # fmt: skip
    rows = coverage_corners(ask(published)).rows
    assert rows["names"].tolist() == ["France", "Germany and Greece", "none", "none", "Malta"]
    assert rows["states"].tolist() == [1, 2, 0, 0, 1]
    assert rows["calls_for"].str.endswith(".").all()
    assert rows["calls_for"].nunique() == 5


def test_the_page_shows_the_corners_and_keeps_all_states_in_sight(published: Path) -> None:
    page = "".join(str(part.to_plotly_json()) for part in coverage_cards(ask(published, "?countries=MT")))
    assert "Written about without signing: France" in page
    assert "countries=FR" in page
    assert coverage(ask(published, "?countries=MT")).rows["name"].tolist() == ["Malta"]


def test_tables_call_stories_stories_and_say_verdicts_in_words(published: Path) -> None:
    asked = ask(published)
    counted, judged = table_html(asked("member_state_coverage")), table_html(coverage(asked).rows)
    assert ">Stories<" in counted
    assert "Signatures" not in counted
    assert ">Stories, verdict<" in judged
    france = next(line for line in judged.split("<tr>") if "France" in line)
    assert "above its share" in france  # its stories
    assert "below its share" in france  # its signatures


def test_without_stories_or_signatures_nothing_is_compared(tmp_path: Path) -> None:
    publish(tmp_path / "unwritten", signature_daily=[signed("2026-03-10", 9)])
    publish(tmp_path / "unsigned", media_story_country=everywhere(DE=3))
    unwritten, unsigned = (coverage(ask(tmp_path / name)) for name in ("unwritten", "unsigned"))
    assert (len(unwritten.rows), len(unsigned.rows)) == (0, 0)
    assert unwritten.sentence.startswith("No story from a member state")
    assert unsigned.sentence.startswith("No signatures from member states")


@pytest.mark.parametrize("seed", range(5))
def test_stories_equal_plain_sql_on_any_days(tmp_path: Path, seed: int) -> None:
    lot = random.Random(seed)
    drawn = [
        told(number, lot.choice(["DE", "FR", "GR", "MT", "ZZ"]), f"2026-03-{lot.randint(2, 28):02} 12:00:00+00")
        for number in range(200)
    ]
    publish(tmp_path, signature_daily=[signed("2026-03-10", 500)], media_story_country=drawn)
    asked = ask(tmp_path, "?from=2026-03-08&to=2026-03-20")
    plain = asked.snapshot.query(
        "select country, count(*) as stories from media_story_country "
        "where first_published_at between '2026-03-07 23:00:00+00' and '2026-03-20 22:59:59+00' group by country",
        {},
    )
    known = plain.set_index("country")["stories"].drop("ZZ").to_dict()
    rows = coverage(asked).rows.set_index("iso2")
    assert len(known) == 4
    assert rows["stories"].to_dict() == known
