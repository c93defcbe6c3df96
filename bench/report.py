"""Runs the benchmarks and writes bench/results.md: python -m bench.report [ROWS] (1 million by default)."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.analyses import benchmark_analyses
from bench.analyses import lines as analyses_lines
from bench.callbacks import benchmark_callbacks
from bench.first_view import benchmark_first_view
from bench.first_view import lines as first_view_lines
from bench.load import DEFAULT_ROWS, benchmark_load
from bench.machine import machine, software

_RESULTS = Path(__file__).with_name("results.md")
_REPORT = """\
# Benchmarks

Written by `python -m bench.report {rows}` on {day}. Times depend on the machine: compare the ratios.

- Machine: {machine}
- Software: {software}

## Loading

One file of invented signatures (1 % unusable, 2 % repeated), read by DuckDB alone into a typed table, and by `etl load`
into a fresh data directory. Memory is the largest resident size of the process.

{load}

## Callbacks

One user posts again what a browser posted while it opened every page under several filters, each time for other days.

{callbacks}

## Analyses of ten million signatures

CPU time on the daily totals of an invented campaign of that size (`python -m bench.analyses`), other days each time.

{analyses}

## In the browser

A browser that keeps nothing opens each page; then a country is chosen. MB are as they come over the wire.

{first_view}
"""


def write_report(rows: int) -> Path:
    """Load invented signatures, time callbacks and pages on them, and write all down with the machine."""
    with TemporaryDirectory() as folder:
        load = benchmark_load(rows, Path(folder))
        callbacks = benchmark_callbacks(Path(folder) / "data")
        analyses = benchmark_analyses(Path(folder))
        first_view = benchmark_first_view(Path(folder) / "data")
    report = _REPORT.format(
        rows=rows,
        day=f"{datetime.now(UTC):%Y-%m-%d}",
        machine=machine(),
        software=software(),
        load="\n".join(f"- {line}" for line in load.lines()),
        callbacks="\n".join(callbacks.lines()),
        analyses="\n".join(analyses_lines(analyses)),
        first_view="\n".join(first_view_lines(first_view)),
    )
    _RESULTS.write_text(report, encoding="utf-8")
    return _RESULTS


if __name__ == "__main__":
    print(write_report(int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_ROWS).read_text(encoding="utf-8"))
