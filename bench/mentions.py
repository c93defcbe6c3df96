"""How loading mentions and finding their stories grows; writes bench/mentions.md: python -m bench.mentions [ROWS …]."""

import json
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from bench.load import BothWays, load_both_ways
from bench.machine import machine, software
from bench.measure import measured

_ROWS = (100_000, 1_000_000)
_INVENT = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
_RESULTS = Path(__file__).with_name("mentions.md")
_REPORT = """\
# Mentions with their stories

Written by `python -m bench.mentions {asked}` on {day}. Invented mentions, four to a story, near-duplicates of
each other, into a warehouse of their own. Seconds are those of the whole command, which also publishes; times depend on
the machine: compare the ratios. The aim is 180 seconds for a million, and time in proportion to the mentions.

- Machine: {machine}
- Software: {software}

| mentions | DuckDB alone, seconds | `etl load`, seconds | of processor time | MiB | stories invented | stories found |
|---:|---:|---:|---:|---:|---:|---:|
{lines}

{times:.1f} times the mentions took {growth:.1f} times the processor time.
"""


@dataclass(frozen=True)
class MentionsBenchmark:
    """A file of mentions, and how many stories were invented and found."""

    load: BothWays
    invented: int
    found: int

    def line(self) -> str:
        """The row of the table."""
        load = self.load
        return (
            f"| {load.rows:,} | {load.bare.seconds:.1f} | {load.etl.seconds:.1f} | {load.etl.cpu_seconds:.1f} "
            f"| {load.etl.peak_mib:,.0f} | {self.invented:,} | {self.found:,} |"
        )


def write_mentions(rows: int, path: Path) -> int:
    """Write the file in the layout mentions_csv; returns how many stories the mentions tell."""
    with duckdb.connect() as connection:
        connection.execute("set enable_progress_bar = false")
        connection.execute(_INVENT, {"rows": rows})
        connection.sql("select * exclude (story) from mention").write_csv(str(path), header=True)
        ((stories,),) = connection.execute("select count(distinct story) from mention").fetchall()
    return int(stories)


def benchmark_mentions(rows: int, folder: Path) -> MentionsBenchmark:
    """Write a file of invented mentions into the folder and load it, bare and by ``etl load`` into folder/data."""
    file = folder / "mentions.csv"
    invented = write_mentions(rows, file)
    load = load_both_ways("mentions_csv", rows, file, folder)
    assert load.entry["accepted"] == rows, load.entry
    counted = measured("dashboard", "show", "media-totals", "--data-dir", str(folder / "data"), "--json")
    (totals,) = json.loads(counted.output)["rows"]
    return MentionsBenchmark(load, invented, totals["stories"])


def write_report(sizes: tuple[int, ...]) -> Path:
    """Load each number of mentions and write the times down with the machine."""
    measurements = []
    for rows in sizes:
        with TemporaryDirectory() as folder:
            measurements.append(benchmark_mentions(rows, Path(folder)))
    first, last = measurements[0], measurements[-1]
    report = _REPORT.format(
        asked=" ".join(str(rows) for rows in sizes),
        day=f"{datetime.now(UTC):%Y-%m-%d}",
        machine=machine(),
        software=software(),
        lines="\n".join(measurement.line() for measurement in measurements),
        times=last.load.rows / first.load.rows,
        growth=last.load.etl.cpu_seconds / first.load.etl.cpu_seconds,
    )
    _RESULTS.write_text(report, encoding="utf-8")
    return _RESULTS


if __name__ == "__main__":
    print(write_report(tuple(map(int, sys.argv[1:])) or _ROWS).read_text(encoding="utf-8"))
