"""Readers who look at page after page while snapshots are published and the server is reloaded."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from random import Random
from statistics import quantiles
from time import monotonic, sleep

from bench.load import CAMPAIGN_ID
from bench.measure import measured
from bench.pages import PATHS, PageAnswer, PageReader, WrongAnswer
from bench.server import Served
from bench.signatures import write_signatures
from dashboard.snapshot import Published

READERS, PUBLISHES, RELOADS = 200, 50, 5
_LOOKS_SECONDS = 5  # at a page, on average
_NEW = 20  # signatures in each publish
_FRENCH = "?countries=FR"
_TOTALS = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


@dataclass
class Crowd:
    """What readers were answered. faults: errors, and pages of two snapshots or with the numbers of another."""

    seconds: int
    totals: dict[str, dict[str, int]] = field(default_factory=dict)  # snapshot → query part → signatures
    answers: list[tuple[str, str, PageAnswer]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    publishes: int = 0
    reloads: int = 0

    def line(self) -> str:
        """The result as a sentence."""
        cuts = quantiles([answer.seconds * 1000 for _, _, answer in self.answers], n=100)
        return (
            f"{READERS} readers opened {len(self.answers):,} pages in {self.seconds} s, during {self.publishes} "
            f"publishes and {self.reloads} reloads: {len(self.faults)} errors and pages that mix two snapshots; median "
            f"{cuts[49]:,.0f} ms, 99th percentile {cuts[98]:,.0f} ms."
        )

    def judge(self) -> None:
        """Hold every answer against the snapshot that it says it is of."""
        for path, search, answer in self.answers:
            if len(answer.ids) != 1 or not answer.ids <= self.totals.keys():
                self.faults.append(f"{path}{search} is of the snapshots {sorted(answer.ids)}")
                continue
            (own,) = (self.totals[snapshot_id][search] for snapshot_id in answer.ids)
            others = {totals[search] for totals in self.totals.values()} - {own}
            if own not in answer.totals or others & answer.totals:
                self.faults.append(f"{path}{search} of {own:,} signatures holds {sorted(answer.totals)}")


def crowd(server: Served, data_dir: Path, known: int, seconds: int) -> Crowd:
    """Let the readers in for so many seconds. known: how many invented signatures are loaded; later ones are new."""
    found = Crowd(seconds)
    _note_totals(found, data_dir)
    reader, until = PageReader(server.address.removeprefix("http://")), monotonic() + seconds
    with ThreadPoolExecutor(READERS + 1) as threads:
        working = [threads.submit(_read, found, reader, until, seed) for seed in range(READERS)]
        working.append(threads.submit(_reload, found, server.pid, until))
        _publish(found, data_dir, known, until)
    for one in working:
        one.result()
    found.judge()
    return found


def _read(found: Crowd, reader: PageReader, until: float, seed: int) -> None:
    chance = Random(seed)
    sleep(chance.uniform(0, _LOOKS_SECONDS))
    while monotonic() < until:
        path, search = chance.choice(PATHS), chance.choice(["", _FRENCH])
        connection = reader.connect()
        try:
            found.answers.append((path, search, reader.read(path, search, connection)))
        except (OSError, HTTPException, WrongAnswer) as fault:
            found.faults.append(f"{path}{search}: {fault!r}")
        finally:
            connection.close()
        sleep(chance.uniform(0, 2 * _LOOKS_SECONDS))


def _publish(found: Crowd, data_dir: Path, known: int, until: float) -> None:
    """Load a small file so many times in the time that there is, evenly; fewer where one takes longer."""
    every = (until - monotonic()) / PUBLISHES
    for number in range(PUBLISHES):
        began = monotonic()
        if began > until:
            return
        file = data_dir.parent / f"more-{number}.csv"
        write_signatures(_NEW, file, known + number * _NEW)
        measured("etl", "load", str(file), "--campaign", CAMPAIGN_ID, "--data-dir", str(data_dir))
        _note_totals(found, data_dir)
        found.publishes += 1
        sleep(max(0, began + every - monotonic()))


def _note_totals(found: Crowd, data_dir: Path) -> None:
    snapshot = Published(data_dir / "published").current()
    row = snapshot.query(_TOTALS, {}).iloc[0]
    found.totals[snapshot.snapshot_id] = {"": int(row["everywhere"]), _FRENCH: int(row["french"])}


def _reload(found: Crowd, pid: int, until: float) -> None:
    """Tell the server so many times to begin anew with fresh processes, evenly."""
    every = (until - monotonic()) / (RELOADS + 1)
    for _ in range(RELOADS):
        sleep(every)
        os.kill(pid, signal.SIGHUP)
        found.reloads += 1
