"""How long loading contact events takes beside the least that it can take: python -m bench.outreach [ROWS]."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from bench.load import DEFAULT_ROWS, BothWays, load_both_ways
from bench.machine import machine, software

_INVENT = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
_RESULTS = Path(__file__).with_name("outreach.md")
_REPORT = """\
# Contact events

Written by `python -m bench.outreach {rows}` on {day}. Invented contact events, four to a contact, into a warehouse of
their own. Seconds are those of the whole command, which also publishes; times depend on the machine: compare the ratio.
The aim is 3 times as long as DuckDB alone.

- Machine: {machine}
- Software: {software}

{load}
"""


def benchmark_outreach(rows: int, folder: Path) -> BothWays:
    """Write a file of invented contact events into the folder and load it both ways."""
    file = folder / "contact_log.csv"
    with duckdb.connect() as connection:
        connection.execute("set enable_progress_bar = false")
        connection.sql(_INVENT, params={"rows": rows}).write_csv(str(file), header=True)
    return load_both_ways("contact_log_csv", rows, file, folder)


def write_report(rows: int) -> Path:
    """Load so many contact events and write the times down with the machine."""
    with TemporaryDirectory() as folder:
        load = benchmark_outreach(rows, Path(folder))
    report = _REPORT.format(
        rows=rows,
        day=f"{datetime.now(UTC):%Y-%m-%d}",
        machine=machine(),
        software=software(),
        load="\n".join(f"- {line}" for line in load.lines()),
    )
    _RESULTS.write_text(report, encoding="utf-8")
    return _RESULTS


if __name__ == "__main__":
    print(write_report(int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_ROWS).read_text(encoding="utf-8"))
