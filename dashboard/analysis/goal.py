"""When will a goal be reached?"""

from bisect import bisect_left
from dataclasses import dataclass

from dashboard.analysis.forecast import QUANTILES, Numbers, gained, track

FURTHEST = 365  # days; beyond a year nothing is said


@dataclass(frozen=True)
class DaysToGoal:
    """Days from the last finished one: with a chance of 10, 50 and 90 % the goal is reached by then. None: later than
    FURTHEST days."""

    earliest: int | None
    median: int | None
    latest: int | None


def days_to_goal(signatures: Numbers, missing: int) -> DaysToGoal:
    """signatures: of the finished days, at least one; missing: signatures up to the goal, above 0."""
    known = track(signatures)

    def reached_by(chance: float) -> int | None:
        column = QUANTILES.index(chance)
        ahead = range(1, FURTHEST + 1)
        days = bisect_left(ahead, missing, key=lambda horizon: gained(known, len(signatures), horizon)[column]) + 1
        return days if days <= FURTHEST else None

    return DaysToGoal(reached_by(0.9), reached_by(0.5), reached_by(0.1))
