"""The round numbers that a campaign has passed, and the next one."""

from datetime import date

import pandas as pd

_STEPS = (1.0, 2.5, 5.0)  # times a power of ten: 1,000, 2,500, 5,000, 10,000, ...
_FIRST_POWER = 1
_SHARES = (0.1, 0.25, 0.5, 0.75, 1.0)  # of a goal
_MOST_PASSED = 5


def milestones(series: pd.DataFrame, launched_on: date, goal: int | None) -> pd.DataFrame:
    """The last milestones that were passed and the next one: milestone (signatures), goal_share (missing where there is
    no goal), day (on which the total first reached it; missing: not yet), days_taken (since the launch).

    series: day, cumulative; one row a day. A total that fell later has reached its milestone all the same.
    """
    highest = int(series["cumulative"].max()) if len(series) else 0
    marks: list[tuple[int, float | None]] = (
        [(round(goal * share), share) for share in _SHARES] if goal else _round_numbers(highest)
    )
    table = pd.DataFrame(marks, columns=["milestone", "goal_share"]).astype({"goal_share": "float64"})
    reached = series["cumulative"].cummax().searchsorted(table["milestone"])
    table["day"] = series["day"].reset_index(drop=True).reindex(reached).array
    table["days_taken"] = (table["day"] - pd.Timestamp(launched_on)).dt.days.astype("Int64")
    passed = int(table["day"].notna().sum())
    return table.iloc[max(passed - _MOST_PASSED, 0) : passed + 1].reset_index(drop=True)


def _round_numbers(highest: int) -> list[tuple[int, float | None]]:
    """Round numbers up to the first above the highest total."""
    marks: list[tuple[int, float | None]] = []
    power = _FIRST_POWER
    while True:
        for step in _STEPS:
            mark = round(step * 10**power)
            marks.append((mark, None))
            if mark > highest:
                return marks
        power += 1
