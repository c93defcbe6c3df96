"""Member states against their share: a Union of four worked out by hand."""

import pandas as pd
import pytest

from dashboard.analysis.cross_table import cross_table
from dashboard.analysis.holm import holm
from dashboard.analysis.parity import parity
from dashboard.analysis.poisson import garwood


def union(**observed: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "iso2": ["DE", "FR", "GR", "MT"],
            "name": ["Germany", "France", "Greece", "Malta"],
            "observed": [observed[code] for code in ("DE", "FR", "GR", "MT")],
            "population": [50, 30, 19, 1],
            "ep_seats": [40, 30, 20, 10],
        }
    )


def test_expected_is_the_share_of_the_population() -> None:
    rows = parity(union(DE=700, FR=100, GR=190, MT=10), "population").set_index("iso2")
    assert rows["expected"].to_dict() == pytest.approx({"FR": 300, "GR": 190, "MT": 10, "DE": 500})
    assert rows["ratio"].round(3).to_dict() == {"FR": 0.333, "GR": 1, "MT": 1, "DE": 1.4}
    assert rows["missing_to_parity"].to_dict() == {"FR": 200, "GR": 0, "MT": 0, "DE": 0}
    assert rows["verdict"].to_dict() == {"FR": "under", "GR": "on_par", "MT": "too_little_evidence", "DE": "over"}


def test_seats_give_another_parity() -> None:
    rows = parity(union(DE=400, FR=300, GR=200, MT=100), "ep_seats")
    assert rows["ratio"].tolist() == pytest.approx([1, 1, 1, 1])


def test_missing_is_whole_and_never_below_nothing() -> None:
    rows = parity(union(DE=6, FR=1, GR=2, MT=0), "population").set_index("iso2")
    assert rows["expected"].to_dict() == pytest.approx({"DE": 4.5, "FR": 2.7, "GR": 1.71, "MT": 0.09})
    assert rows["missing_to_parity"].to_dict() == {"MT": 1, "FR": 2, "GR": 0, "DE": 0}


def test_a_difference_that_does_not_matter_is_not_under_however_sure() -> None:
    rows = parity(union(DE=545_000, FR=255_000, GR=190_000, MT=10_000), "population").set_index("iso2")
    assert rows.loc["FR", "ratio"] == pytest.approx(0.85)
    assert rows.loc["FR", "verdict"] == "on_par"


def test_a_handful_of_signatures_makes_no_state_over_reached() -> None:
    rows = parity(union(DE=13, FR=7, GR=5, MT=4), "population").set_index("iso2")  # 29 supporters, Malta 14 times
    assert rows.loc["MT", "ratio_low"] > 3
    assert set(rows["verdict"]) == {"too_little_evidence"}


def test_a_total_that_fell_below_nothing_counts_as_none() -> None:
    rows = parity(union(DE=50, FR=30, GR=20, MT=-4), "population").set_index("iso2")
    assert rows.loc["MT", ["expected", "ratio", "missing_to_parity"]].tolist() == pytest.approx([1, 0, 1])


def test_limits_are_the_fewest_and_most_that_chance_gives() -> None:
    # R: qbinom(c(0.025, 0.975), 100, 0.3) is 21 and 39; for 0.01 it is 0 and 3
    rows = parity(union(DE=50, FR=30, GR=19, MT=1), "population").set_index("iso2")
    assert rows.loc["FR", ["limit_low", "limit_high"]].tolist() == [21, 39]
    assert rows.loc["MT", ["limit_low", "limit_high"]].tolist() == [0, 3]


def test_a_small_state_is_drawn_towards_the_others_and_a_large_one_is_not() -> None:
    rows = parity(union(DE=5_600, FR=2_400, GR=1_990, MT=10), "population").set_index("iso2")
    assert rows.loc["MT", "ratio"] == pytest.approx(0.1)
    assert rows.loc["MT", "shrunk_low"] < 0.1 < rows.loc["MT", "shrunk"] < 0.3
    assert rows.loc["FR", "shrunk"] == pytest.approx(0.8, abs=0.01)


def test_without_signatures_there_is_no_ratio() -> None:
    rows = parity(union(DE=0, FR=0, GR=0, MT=0), "population")
    assert rows["ratio"].isna().all()
    assert set(rows["verdict"]) == {"too_little_evidence"}


@pytest.mark.parametrize(("count", "low", "high"), [(0, 0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.390)])
def test_garwood_gives_the_published_limits(count: int, low: float, high: float) -> None:
    # Johnson, Kotz and Kemp, Univariate Discrete Distributions, chapter 4; 95 %
    ends = garwood([count])
    assert (ends[0][0], ends[1][0]) == (pytest.approx(low, abs=0.001), pytest.approx(high, abs=0.001))


def test_holm_multiplies_by_what_is_left_and_never_falls() -> None:
    assert holm([0.01, 0.04, 0.03, 0.5]) == pytest.approx([0.04, 0.09, 0.09, 0.5])


def test_a_cross_table_keeps_empty_apart_from_zero_and_adds_up() -> None:
    counted = pd.DataFrame(
        [
            ("ZZ", "Country unknown", "company", "Company", 2, 9),
            ("MT", "Malta", "university", "University", 1, 0),
            ("DE", "Germany", "university", "University", 1, 5),
            ("DE", "Germany", "company", "Company", 2, 2),
        ],
        columns=["iso2", "name", "institution_type", "label", "sort_order", "signatures"],
    )
    table = cross_table(counted)
    assert table.row_names == ["Germany", "Malta", "Country unknown"]
    assert table.column_names == ["University", "Company"]
    assert table.cells.isna().values.tolist() == [[False, False], [False, True], [True, False]]
    assert (table.by_row, table.by_column) == ([7, 0, 9], [5, 11])


def test_countries_past_forty_become_one_row() -> None:
    counted = pd.DataFrame(
        [(f"C{n:02}", f"Land {n:02}", "company", "Company", 1, 100 - n) for n in range(50)],
        columns=["iso2", "name", "institution_type", "label", "sort_order", "signatures"],
    )
    table = cross_table(counted)
    assert len(table.row_names) == 40
    assert table.row_names[-1] == "Other countries"
    assert sum(table.by_row) == sum(100 - n for n in range(50))
