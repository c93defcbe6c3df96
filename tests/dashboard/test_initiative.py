"""The meter of a European citizens' initiative: thresholds of both Parliaments, and the chance to pass."""

import csv
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.analysis.initiative import chance_to_pass, seats_on, thresholds

STATES = Path(__file__).parents[2] / "data" / "reference" / "member_states.csv"
# Annex I of Regulation (EU) 2019/788 as amended for 705 members, and for 720: seats times members
KNOWN = {
    "ep_seats_2020": {"DE": 67_680, "FR": 55_695, "IT": 53_580, "MT": 4_230, "LV": 5_640},
    "ep_seats": {"DE": 69_120, "FR": 58_320, "IT": 54_720, "MT": 4_320, "LV": 6_480},
}


def union(observed: int = 0) -> pd.DataFrame:
    """The 27 member states of the reference, each with that many signatures."""
    with STATES.open(encoding="utf-8") as file:
        rows = [
            {"iso2": row["iso2"], "name": row["iso2"], "observed": observed}
            | {seats: int(row[seats]) for seats in KNOWN}
            for row in csv.DictReader(file)
        ]
    return pd.DataFrame(rows)


@pytest.mark.parametrize(("seats", "members"), [("ep_seats_2020", 705), ("ep_seats", 720)])
def test_27_thresholds_follow_from_the_seats_of_each_parliament(seats: str, members: int) -> None:
    rows = thresholds(union(), seats).set_index("iso2")
    assert rows["threshold"].to_dict() == {row["iso2"]: row[seats] * members for _, row in union().iterrows()}
    assert len(rows) == 27
    assert rows["threshold"].sum() == members * members
    assert {code: rows.loc[code, "threshold"] for code in KNOWN[seats]} == KNOWN[seats]


def test_the_parliament_of_720_counts_from_its_first_sitting() -> None:
    assert seats_on(date(2024, 7, 15)) == "ep_seats_2020"
    assert seats_on(date(2024, 7, 16)) == "ep_seats"


def test_a_share_of_a_threshold_is_given_to_a_hundredth_of_a_percent() -> None:
    rows = thresholds(union(4_320), "ep_seats").set_index("iso2")
    assert rows.loc["MT", ["of_threshold", "reached"]].tolist() == [1.0, True]
    assert rows.loc["DE", ["of_threshold", "reached"]].tolist() == [0.0625, False]


def test_the_chance_to_pass_depends_on_what_proves_invalid() -> None:
    rows = thresholds(union(100_000), "ep_seats")
    assert chance_to_pass(rows, 2_700_000) == 1  # three quarters of 100,000 are above every threshold
    # a million remain when at most 17.5 % are invalid: half of the shares from 10 to 25 %
    assert chance_to_pass(rows.head(7), round(1_000_000 / 0.825)) == pytest.approx(0.5, abs=0.04)
    assert chance_to_pass(rows.head(6), 5_000_000) == 0
