"""Milestones: which were passed, on which day, and which comes next."""

from datetime import date
from pathlib import Path

import pandas as pd

from dashboard.analysis.milestones import milestones
from dashboard.answers.milestones import milestones as answered
from tests.dashboard.asking import ask
from tests.snapshots import campaign, days, publish, signed

LAUNCH = date(2026, 3, 2)


def growing(*cumulative: int) -> pd.DataFrame:
    """Totals of days that follow each other from the launch on."""
    return pd.DataFrame({"day": pd.date_range(LAUNCH, periods=len(cumulative), unit="us"), "cumulative": cumulative})


def test_a_quarter_of_the_goal_is_reached_on_the_first_day_with_as_many() -> None:
    found = milestones(growing(40, 99, 100, 260), LAUNCH, goal=400)
    assert found["milestone"].tolist() == [40, 100, 200, 300]
    assert found["goal_share"].tolist() == [0.1, 0.25, 0.5, 0.75]
    assert found["days_taken"].tolist()[:3] == [0, 2, 3]
    assert pd.isna(found["day"].iloc[-1])


def test_without_a_goal_milestones_are_round_numbers() -> None:
    assert milestones(growing(9, 24, 29), LAUNCH, None)["milestone"].tolist() == [10, 25, 50]
    found = milestones(growing(3_000, 1_200_000), LAUNCH, None)["milestone"].tolist()
    assert found == [50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000]


def test_a_total_that_falls_again_has_reached_its_milestone() -> None:
    found = milestones(growing(10, 26, 24), LAUNCH, None)
    assert found["day"].dt.day.tolist()[:2] == [2, 3]


def test_a_campaign_without_signatures_has_its_first_milestone_before_it() -> None:
    assert milestones(growing(), LAUNCH, None)["milestone"].tolist() == [10]


def test_the_sentence_names_the_last_one_and_the_next(tmp_path: Path) -> None:
    publish(tmp_path, campaign=[campaign(goal=100)], signature_daily=days("2026-03-02", [10, 10, 10]))
    assert (
        answered(ask(tmp_path)).sentence == "25 signatures passed on 4 March 2026, 2 days after the launch. Next: 50."
    )


def test_what_was_passed_at_once_was_passed_on_the_day_of_the_launch(tmp_path: Path) -> None:
    publish(
        tmp_path, signature_daily=[signed("2026-03-01", 12)], campaign=[campaign(launched_on="2026-03-01", goal=None)]
    )
    assert answered(ask(tmp_path)).sentence == (
        "10 signatures passed on 1 March 2026, on the day of the launch. Next: 25."
    )


def test_a_reached_goal_is_said(tmp_path: Path) -> None:
    publish(tmp_path, campaign=[campaign(goal=20)], signature_daily=[signed("2026-03-03", 20)])
    assert answered(ask(tmp_path)).sentence == (
        "20 signatures passed on 3 March 2026, 1 day after the launch. The goal is reached."
    )


def test_a_part_of_the_campaign_has_round_numbers_for_milestones(tmp_path: Path) -> None:
    publish(tmp_path, campaign=[campaign(goal=1000)], signature_daily=[signed("2026-03-03", 12, "MT")])
    assert answered(ask(tmp_path, "?countries=MT")).rows["milestone"].tolist() == [10, 25]


def test_a_chosen_period_does_not_move_a_milestone(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=days("2026-03-02", [6, 6, 6]))
    found = answered(ask(tmp_path, "?from=2026-03-04"))
    assert found.rows["day"].iloc[0] == pd.Timestamp("2026-03-03")
