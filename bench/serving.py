"""How many pages a server gives, and whether it stays right under load: python -m bench.serving [STAY [RATE]]

Writes bench/serving.md. STAY is how many seconds 200 readers stay (300 unless given), RATE for how many each rate is
taken (20). Server and readers share the machine.
"""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.crowd import crowd
from bench.load import MORE_ROWS, benchmark_load
from bench.machine import machine, software
from bench.pages import PATHS, PageReader
from bench.server import Served, free_port, served

_ROWS, _READERS = 100_000, 4
_STAY_SECONDS, _RATE_SECONDS = 300, 20
_FIRST_DAY, _DAYS = date(2026, 1, 1), 300  # of the invented signatures
_RESULTS = Path(__file__).with_name("serving.md")
_REPORT = """\
# Serving

Written by `python -m bench.serving {stay} {rate}` on {day}. Two processes serve a campaign of {rows:,} invented
signatures; who asks runs on the same cores. Every answer is read: it must be a page of one snapshot, with that
snapshot's numbers.

- Machine: {machine}
- Software: {software}

{readers} readers ask without a pause.

| pages | a second | CPU ms of the server each | median ms | 99th percentile ms |
|---|---:|---:|---:|---:|
| asked for before | {cached} |
| other days each time | {uncached} |

{crowd}
"""


@dataclass(frozen=True)
class Rate:
    """So many pages in so many seconds, the server's processor time for them, and how long each was waited for."""

    seconds: float
    cpu_seconds: float
    waited_ms: list[float]

    def cells(self) -> str:
        """The result as cells of a table in Markdown."""
        pages, cuts = len(self.waited_ms), quantiles(self.waited_ms, n=100)
        cpu_ms = f"{self.cpu_seconds * 1000 / pages:.2f}" if self.cpu_seconds else "–"
        return f"{pages / self.seconds:,.0f} | {cpu_ms} | {cuts[49]:.0f} | {cuts[98]:.0f}"


def rate(server: Served, search: Callable[[], str], seconds: float) -> Rate:
    """Read all pages again and again, a few readers at a time, with the query part that ``search`` gives each time."""
    reader = PageReader(server.address.removeprefix("http://"))

    def read(_: int) -> list[float]:
        waited: list[float] = []
        connection = reader.connect()
        while perf_counter() < until:
            for path in PATHS:
                answer = reader.read(path, search(), connection)
                assert len(answer.ids) == 1, f"{path} is of the snapshots {sorted(answer.ids)}"
                assert answer.totals, f"{path} does not say of how many signatures it is"
                waited.append(answer.seconds * 1000)
        connection.close()
        return waited

    began, cpu_before = perf_counter(), _cpu_seconds(server.pid)
    until = began + seconds
    with ThreadPoolExecutor(_READERS) as threads:
        waited_ms = [one for some in threads.map(read, range(_READERS)) for one in some]
    return Rate(perf_counter() - began, _cpu_seconds(server.pid) - cpu_before, waited_ms)


def _cpu_seconds(pid: int) -> float:
    """Processor time of a server and its processes so far, those that ended included, where the system tells it finely
    (Linux), else 0."""
    if not Path("/proc/self/stat").exists():
        return 0
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=True)
    stats = [Path(f"/proc/{one}/stat").read_text(encoding="ascii") for one in [str(pid), *listed.stdout.split()]]
    ticks = [int(one) for stat in stats for one in stat.rpartition(")")[2].split()[11:15]]
    return sum(ticks) / 100  # proc(5): utime, stime, cutime, cstime in USER_HZ


def _other_days() -> Callable[[], str]:
    """Query parts for spans of days, none twice."""
    numbers = count()

    def search() -> str:
        shift, shorter = divmod(next(numbers), _DAYS // 2)
        first = _FIRST_DAY + timedelta(days=shift % (_DAYS // 2))
        return f"?from={first}&to={first + timedelta(days=_DAYS // 2 - shorter)}"

    return search


def write_report(stay: int, rate_seconds: int) -> list[str]:
    """Load the campaign, serve it, ask, and write down what came; gives what was wrong."""
    with TemporaryDirectory() as folder:
        data_dir, port = Path(folder) / "data", free_port()
        benchmark_load(_ROWS, Path(folder))
        with served(port, "dashboard", "serve", "--data-dir", str(data_dir), "--port", str(port)) as server:
            rate(server, str, rate_seconds / 5)
            cached, uncached = rate(server, str, rate_seconds), rate(server, _other_days(), rate_seconds)
            found = crowd(server, data_dir, _ROWS + MORE_ROWS, stay)
    report = _REPORT.format(
        stay=stay, rate=rate_seconds, day=f"{datetime.now(UTC):%Y-%m-%d}", rows=_ROWS + MORE_ROWS, machine=machine(),
        software=software(), readers=_READERS, cached=cached.cells(), uncached=uncached.cells(), crowd=found.line(),
    )  # fmt: skip
    _RESULTS.write_text(report, encoding="utf-8")
    return found.faults


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    faults = write_report(*given, *(_STAY_SECONDS, _RATE_SECONDS)[len(given) :])
    print(_RESULTS.read_text(encoding="utf-8"), *faults[:20], sep="\n")
    sys.exit(1 if faults else 0)
