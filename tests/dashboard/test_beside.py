"""Two campaigns on the same day since their launches."""

from pathlib import Path

import pytest

from dashboard.answers.beside import beside
from tests.dashboard.asking import ask
from tests.snapshots import Row, campaign, days, publish, signed

# The snapshot is built on 1 April 2026: the letter is 30 finished days old, the other one 10.
YOUNGER = campaign("younger", "2026-03-22", title="Newer")


def published(folder: Path, younger: list[Row], own: list[Row]) -> Path:
    theirs = [row | {"campaign_id": "younger"} for row in younger]
    publish(folder, campaign=[campaign(), YOUNGER], signature_daily=[*own, *theirs])
    return folder


@pytest.mark.parametrize(
    ("younger", "sentence"),
    [
        (3, "Ahead on day 10 since the launch: 50 signatures, 20 more than “Newer” had on the same day (30)."),
        (9, "Behind on day 10 since the launch: 50 signatures, 40 fewer than “Newer” had on the same day (90)."),
        (5, "Level on day 10 since the launch: 50 signatures, as many as “Newer” had on the same day."),
    ],
)  # fmt: skip
def test_they_are_compared_on_the_last_day_that_both_have_finished(tmp_path: Path, younger: int, sentence: str) -> None:
    folder = published(tmp_path, days("2026-03-22", [younger] * 10), days("2026-03-02", [5] * 30))
    found = beside(ask(folder, "?campaign=open-letter&beside=younger"))
    assert found.sentence == sentence
    assert found.summary["day_number"] == 10
    assert found.summary["difference"] == 50 - 10 * younger


def test_the_day_of_the_launch_is_day_one_for_both(tmp_path: Path) -> None:
    folder = published(tmp_path, [signed("2026-03-22", 7)], [signed("2026-03-02", 4)])
    first = beside(ask(folder, "?campaign=open-letter&beside=younger")).rows.iloc[0]
    assert (first["day_number"], first["cumulative"], first["beside_cumulative"]) == (1, 4, 7)


def test_a_chosen_country_is_chosen_in_both_and_a_period_in_neither(tmp_path: Path) -> None:
    own = [signed("2026-03-02", 4, "MT"), signed("2026-03-02", 90, "DE")]
    folder = published(tmp_path, [signed("2026-03-22", 1, "MT"), signed("2026-03-22", 50, "FR")], own)
    found = beside(ask(folder, "?campaign=open-letter&beside=younger&countries=MT&from=2026-03-30"))
    assert (found.summary["signatures"], found.summary["beside_signatures"]) == (4, 1)


def test_a_campaign_that_begins_today_cannot_be_compared_yet(tmp_path: Path) -> None:
    publish(tmp_path, campaign=[campaign(), campaign("new", "2026-04-01", title="New")], signature_daily=[])
    found = beside(ask(tmp_path, "?campaign=open-letter&beside=new"))
    assert found.sentence == "Too early to compare with “New”: no day since the launch is over."
    assert len(found.rows) == 0


def test_a_campaign_beside_itself_is_no_comparison(tmp_path: Path) -> None:
    publish(tmp_path)
    asked = ask(tmp_path, "?campaign=open-letter&beside=open-letter")
    assert asked.filters.beside is None
    assert beside(asked).sentence == "No campaign is chosen to compare with."
