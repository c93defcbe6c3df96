"""How long the analyses of a page take for ten million signatures: python -m bench.analyses

They work on daily totals, so a snapshot with those of such a campaign is enough: 300 days, 53 countries, ten kinds,
three channels. Each answer is asked for other days each time, since the server keeps its last answers. CPU time of this
process, all threads.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import process_time

import duckdb

from dashboard.answers.answer import Answer
from dashboard.answers.bursts import bursts
from dashboard.answers.events import events
from dashboard.answers.forecast import backtest, forecast
from dashboard.answers.gap_plan import gap_plan
from dashboard.answers.momentum import momentum_in_brief
from dashboard.answers.next_contacts import next_contacts
from dashboard.answers.under_reached import under_reached
from dashboard.answers.under_reached_kinds import under_reached_kinds
from dashboard.ask import Ask
from dashboard.catalogue import catalogue
from dashboard.filters import Filters
from dashboard.snapshot import Published

_INTERFACE = Path(__file__).parents[1] / "etl" / "publish"
_REFERENCE = Path(__file__).parents[1] / "data" / "reference"
_TOTALS = Path(__file__).with_name("ten_million.sql")
_FIRST, _DAYS = date(2026, 1, 1), 300
_WARM_UP, _REPEATS = 2, 20
_PAGES: dict[str, list[Callable[[Ask], Answer]]] = {
    "Momentum": [momentum_in_brief],
    "Momentum, forecast and backtest": [forecast, backtest],
    "Momentum, what events brought": [events],
    "Momentum, what stands out": [bursts],
    "Under-reached": [under_reached],
    "Under-reached, next steps": [under_reached_kinds, gap_plan, next_contacts],
}


@dataclass(frozen=True)
class Analysed:
    """One callback's analyses: CPU milliseconds."""

    analyses: str
    median_ms: float
    p95_ms: float

    def line(self) -> str:
        """One row of a table in Markdown."""
        return f"| {self.analyses} | {self.median_ms:.0f} | {self.p95_ms:.0f} |"


def benchmark_analyses(folder: Path) -> list[Analysed]:
    """Every callback's analyses on a snapshot that is made in the folder."""
    _publish(folder)
    snapshot = Published(folder).current()
    known = catalogue(snapshot)
    found = []
    for analyses, questions in _PAGES.items():
        taken = []
        for repeat in range(_WARM_UP + _REPEATS):
            last = _FIRST + timedelta(_DAYS - 2 - repeat)
            asked = Ask(snapshot, replace(Filters("open-letter"), to_day=last), known, latest=snapshot)
            began = process_time()
            for question in questions:
                question(asked)
            taken.append((process_time() - began) * 1000)
        cuts = quantiles(taken[_WARM_UP:], n=20, method="inclusive")
        found.append(Analysed(analyses, cuts[9], cuts[18]))
    return found


def lines(results: list[Analysed]) -> list[str]:
    """The results as a table in Markdown."""
    head = ["| analyses of one callback | median ms | 95th percentile ms |", "|---|---:|---:|"]
    return [*head, *(result.line() for result in results)]


def _publish(folder: Path) -> None:
    path = folder / "snapshot-20261028T100000000Z-00000000.duckdb"
    with duckdb.connect(str(path)) as connection:
        for file in (_INTERFACE / "schema.sql", _INTERFACE / "macros.sql"):
            connection.execute(file.read_text(encoding="utf-8"))
        given = {"states": str(_REFERENCE / "member_states.csv"), "first": _FIRST, "days": _DAYS}
        for statement in connection.extract_statements(_TOTALS.read_text(encoding="utf-8")):
            connection.execute(statement, {name: given[name] for name in statement.named_parameters} or None)
    (folder / "CURRENT").write_text(f"{path.name}\n", encoding="ascii")


if __name__ == "__main__":
    with TemporaryDirectory() as directory:
        print(*lines(benchmark_analyses(Path(directory))), sep="\n")
