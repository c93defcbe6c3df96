"""Forecasts: what they say of small campaigns, that they know nothing of the future, and how often they hold."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from bench.campaigns import invented_campaign
from dashboard.analysis.backtest import backtest, pinball
from dashboard.analysis.forecast import forecast, gained, track
from dashboard.analysis.goal import days_to_goal
from dashboard.analysis.history import history
from dashboard.analysis.pace import daily_series
from dashboard.answers.forecast import backtest as past_forecasts
from dashboard.answers.forecast import forecast as foretold
from dashboard.show import as_json
from tests.dashboard.asking import ask
from tests.snapshots import campaign, days, publish, signed


def of_days(counts: list[int], covering: tuple[int, ...] = ()) -> list[float]:
    """The history of days from 2 March 2026 on."""
    day = pd.date_range("2026-03-02", periods=len(counts), unit="us")
    marks = [place in covering for place in range(len(counts))]
    counted = pd.DataFrame({"day": day, "signatures": counts, "covers_many_days": marks})
    last = day[-1].date()
    return history(daily_series(counted[counted["signatures"] != 0], date(2026, 3, 2), last, last), last).tolist()


def test_a_number_that_covers_days_is_spread_over_them() -> None:
    assert of_days([1, 5, 0, 0, 9, 4], covering=(4,)) == [1, 5, 3, 3, 3, 4]


def test_a_first_observation_covers_nobody_knows_how_many_days() -> None:
    assert of_days([900, 5, 0, 4], covering=(0,)) == [5, 0, 4]
    assert of_days([0, 0, 900], covering=(2,)) == []


def test_the_bands_lie_within_each_other_and_never_fall() -> None:
    told = forecast(np.array([5.0, 9, 7, 3, 8, 6, 90, 30, 11, 8, 7, 9, 6]), 1_000, 40)
    assert told.shape == (40, 7)
    assert (np.diff(told, axis=0) >= 0).all()
    assert (np.diff(told, axis=1) >= 0).all()
    assert (told >= 1_000).all()
    assert (told == np.round(told)).all()


def test_an_even_campaign_goes_on_evenly() -> None:
    told = gained(track(np.full(120, 50.0)), 120, 28)
    assert told[3] == pytest.approx(1_400, rel=0.01)
    assert told[1] > 1_200


def test_a_past_forecast_knows_nothing_of_what_came_later() -> None:
    before, after = np.full(60, 20.0), np.full(60, 4_000.0)
    assert gained(track(np.concatenate([before, after])), 60, 7).tolist() == gained(track(before), 60, 7).tolist()


def test_surges_in_the_past_make_the_upper_side_longer() -> None:
    quiet = np.full(100, 20.0)
    surging = quiet.copy()
    surging[[20, 45, 70]] = 900
    wide = gained(track(surging), 100, 14)
    assert wide[5] > 2 * gained(track(quiet), 100, 14)[5]


def test_the_loss_of_a_forecast_is_worked_out_by_hand() -> None:
    # 8 under one forecast for all quantiles: 8 times their mean, which is a half
    assert pinball(np.array([[92.0]]), np.array([100.0])) == pytest.approx(8 * 0.5)
    assert pinball(np.array([[100.0]]), np.array([100.0])) == 0


def test_a_backtest_needs_outcomes() -> None:
    assert backtest(np.full(13, 5.0)).empty
    rows = backtest(np.full(40, 5.0)).set_index("horizon")
    assert rows["forecasts"].to_dict() == {7: 27, 14: 20, 28: 6}  # origins from day 7 to 40 - horizon
    assert rows["straight_miss"].tolist() == [0, 0, 0]


def test_bands_of_surging_campaigns_hold_and_lose_less_than_the_straight_line() -> None:
    random = np.random.default_rng(11)
    tested = [backtest(invented_campaign(random, 150), (7, 28)) for _ in range(60)]
    rows = pd.concat(tested).groupby("horizon").mean()
    assert rows["held"].between(0.72, 0.88).all()
    assert (rows["loss"] < 0.8 * rows["straight_loss"]).all()


def test_the_goal_is_reached_when_the_pace_says() -> None:
    found = days_to_goal(np.full(200, 10.0), missing=100)
    assert found.earliest is not None
    assert found.latest is not None
    assert found.earliest <= 10 <= found.latest <= 14
    assert days_to_goal(np.full(200, 10.0), missing=100_000).earliest is None


def test_the_first_row_is_the_day_after_as_of_and_later_days_do_not_enter(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=days("2026-03-02", [10] * 15 + [9_000] * 15))
    found = foretold(ask(tmp_path, "?as_of=2026-03-16&horizon=3"))
    document = json.loads(as_json(found))
    assert [row["day"] for row in document["rows"]] == ["2026-03-17", "2026-03-18", "2026-03-19"]
    assert list(document["rows"][0]) == ["day", "p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5", "straight"]
    assert document["rows"][0]["straight"] == 160
    assert document["rows"][0]["p97_5"] < 300


def test_29_supporters_get_no_forecast_in_words_and_none_that_was_right(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=[signed("2026-03-02", 29)])
    found = foretold(ask(tmp_path))
    assert found.sentence == "29 signatures: too little evidence for a forecast."
    assert found.rows["p90"].max() < 40
    tested = past_forecasts(ask(tmp_path))
    assert (len(tested.rows), tested.sentence) == (
        0,
        "Too early to say how right such forecasts are for this campaign.",
    )


def test_the_sentence_names_the_goal(tmp_path: Path) -> None:
    publish(tmp_path, campaign=[campaign(goal=400)], signature_daily=days("2026-03-02", [10] * 30))
    found = foretold(ask(tmp_path))
    assert found.summary["signatures"] == 300
    assert found.summary["goal_earliest"] <= date(2026, 4, 10) <= found.summary["goal_latest"]
    assert "The goal of 400 is reached " in found.sentence
    assert foretold(ask(tmp_path, "?countries=DE")).summary["goal"] is None


def test_a_reached_goal_is_said(tmp_path: Path) -> None:
    publish(tmp_path, campaign=[campaign(goal=250)], signature_daily=days("2026-03-02", [10] * 30))
    assert foretold(ask(tmp_path)).sentence.endswith("The goal of 250 is reached.")


def test_a_campaign_without_a_finished_day_has_no_rows(tmp_path: Path) -> None:
    publish(tmp_path, campaign=[campaign(launched_on="2026-04-01")], signature_daily=[signed("2026-04-01", 50)])
    assert foretold(ask(tmp_path)).rows.empty
