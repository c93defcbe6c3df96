"""How loading grows from 1 to 10 million signatures; writes bench/growth.md: python -m bench.growth [MILLIONS]."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.load import LoadBenchmark, benchmark_load
from bench.machine import machine, software

_RESULTS = Path(__file__).with_name("growth.md")
_REPORT = """\
# Loading, small and large

Written by `python -m bench.growth {millions}` on {day}. Times depend on the machine: compare the ratios. Every
affiliation text is new to the warehouse; memory is the largest resident size of the process.

- Machine: {machine}
- Software: {software}

{small}

{large}

{times:.1f} times the rows took {growth:.1f} times as long.
"""


def write_growth(millions: int) -> Path:
    """Load a million invented signatures, then ``millions``, each into a warehouse of its own, and write both down."""
    small, large = (_benchmark(count * 1_000_000) for count in (1, millions))
    report = _REPORT.format(
        millions=millions,
        day=f"{datetime.now(UTC):%Y-%m-%d}",
        machine=machine(),
        software=software(),
        small="\n".join(f"- {line}" for line in small.lines()),
        large="\n".join(f"- {line}" for line in large.lines()),
        times=large.large.rows / small.large.rows,
        growth=large.large.etl.seconds / small.large.etl.seconds,
    )
    _RESULTS.write_text(report, encoding="utf-8")
    return _RESULTS


def _benchmark(rows: int) -> LoadBenchmark:
    with TemporaryDirectory() as folder:
        return benchmark_load(rows, Path(folder))


if __name__ == "__main__":
    print(write_growth(int(sys.argv[1]) if len(sys.argv) > 1 else 10).read_text(encoding="utf-8"))
