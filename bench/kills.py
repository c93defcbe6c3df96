"""Kills the loader at every boundary and at random moments, then loads again: python -m bench.kills [KILLS].
The same for a rotation of the person key, after which the files are loaded.

A boundary is a moment at which Python opens, copies, renames or removes a file of the data directory or of the person
key, or opens the SQL of the next stage (audit events, PEP 578): just before it, the process kills itself. The loader
knows nothing of this.
Every attempt is a fork of a process that has everything imported, the rules read, and no database open.
"""

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from etl.__main__ import main
from etl.data_dir import DataDir
from etl.publish.snapshot import current_snapshot
from etl.resolve.affiliation import Resolver
from etl.resolve.reference import Reference

DEFAULT_KILLS = 1_000
_MINUTES = 14  # after these no further loader is started
_EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "shutil.copyfile", "shutil.rmtree"}
_SIGNED = "signed_at,name,email,affiliation,country\n"
_FIRST = (
    "2023-05-01,Ada Invented,ada@uni.example,University of Vienna,DE\nsoon,Nobody,,,\n"
    "2023-05-01,Eve Invented,eve@uni.example,University of Vienna,IT\n"  # is forgotten before the loader starts
)
_MORE = "".join(f"2023-05-02,Person {n} Invented,p{n}@uni.example,University of Vienna,FR\n" for n in range(2_000))
_MENTIONS = "published_at,url,title\n2023-05-03,https://paper.example/1,An invented story\n"
_BOOKS = """
select (select any_value(content_sha256) from snapshot)
       || (select string_agg(concat_ws(' ', file, rows_in, accepted, duplicate, rejected, pending), '; ' order by file)
           from load_ledger)
"""


@dataclass(frozen=True)
class Fault:
    """Where a command dies: before its n-th boundary, or so many seconds after its start."""

    boundary: int | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class Kills:
    """What was seen: how many commands were to die and did in time, what was served then, what was broken."""

    wanted: int
    died: int
    boundaries: int
    served_old: int
    served_new: int
    broken: list[str]

    def lines(self) -> list[str]:
        """The result as sentences."""
        verdict = "; ".join(self.broken) or "nothing lost, nothing doubled, never half of a load"
        return [
            f"{self.died:,} of {self.wanted:,} killed, at {self.boundaries} boundaries and at random moments",
            f"then served: {self.served_old:,} times the old snapshot, {self.served_new:,} times the whole new one",
            f"after loading again: {verdict}",
        ]


class Place:
    """A data directory with one loaded file, its key, and two files that wait, and the books before and after them all.

    ``act``: the words of the command that is killed; None: it loads the two files.
    """

    def __init__(self, folder: Path, act: Sequence[str] | None) -> None:
        self.folder, self.template = folder, folder / "template"
        self.waiting = [folder / "more.csv", folder / "mentions.csv"]
        self.act: Sequence[str | Path] = act or ("load", *self.waiting)
        for path, text in (
            (folder / "first.csv", _SIGNED + _FIRST),
            (folder / "more.csv", _SIGNED + _FIRST + _MORE),
            (folder / "mentions.csv", _MENTIONS),
            (folder / "forget.txt", "eve@uni.example\n"),
        ):
            path.write_text(text, encoding="utf-8")
        Resolver(Reference(DataDir(self.template / "data").reference)).resolve(["University of Vienna"])
        _in_child(lambda: _etl(self.template, "campaign", "new", "letter", "--title", "Invented"))
        _in_child(lambda: _etl(self.template, "load", folder / "first.csv"))
        _in_child(lambda: _etl(self.template, "forget", "--from", folder / "forget.txt", "--yes"))
        self.before = _in_child(lambda: _books(self.template))
        whole = folder / "whole"
        shutil.copytree(self.template, whole)
        began = time.monotonic()
        self.boundaries = int(_in_child(lambda: _counted(whole, self.act)) or 0)
        self.seconds = time.monotonic() - began
        told = _in_child(lambda: _before_and_after(whole, self.waiting)) or "nothing\nnothing"
        self.done, self.after = told.splitlines()
        self.until = began + 60 * _MINUTES

    def attempt(self, fault: Fault) -> tuple[bool, str, list[str]] | None:
        """Kill one command: whether it died, the books served then, and what of the promises was broken.

        None where the time is over.
        """
        if time.monotonic() > self.until:
            return None
        with TemporaryDirectory(dir=self.folder) as folder:
            place = Path(folder) / "place"
            shutil.copytree(self.template, place)
            died = _in_child(lambda: _killed(place, self.act, fault), kill_after=fault.seconds) is None
            told = _in_child(lambda: _before_and_after(place, self.waiting)) or "nothing\nnothing"
            served, again = told.splitlines()
            broken = [] if served in (self.before, self.done) else [f"{fault}: served {served}"]
            broken += [] if again == self.after else [f"{fault}: loaded again, the books are {again}"]
            return died, served, broken


def benchmark_kills(kills: int, folder: Path, seed: int = 4, act: Sequence[str] | None = None) -> Kills:
    """Kill so many commands, two at once: at each boundary (or as many as fit) and at random moments."""
    place = Place(folder, act)
    chance = random.Random(seed)
    some = chance.sample(range(place.boundaries), k=min(place.boundaries, kills * 2 // 3))
    faults = [Fault(boundary=number) for number in some]
    faults += [Fault(seconds=chance.uniform(0.01, place.seconds)) for _ in range(kills - len(faults))]
    chance.shuffle(faults)
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        tried = list(zip(faults, pool.map(place.attempt, faults), strict=True))
    seen = [found for _, found in tried if found]
    return Kills(
        wanted=kills,
        died=sum(died for died, _, _ in seen),
        boundaries=sum(fault.boundary is not None for fault, found in tried if found),
        served_old=sum(served == place.before for _, served, _ in seen),
        served_new=sum(served == place.done != place.before for _, served, _ in seen),
        broken=[sentence for _, _, broken in seen for sentence in broken],
    )


def _in_child(work: Callable[[], str], kill_after: float = 0.0) -> str | None:
    """What the work gives, done in a fork; None where the fork failed or was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
                os.write(writing, work().encode())
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    if kill_after:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    return told if status == 0 else None


def _etl(place: Path, *words: str | Path) -> str:
    """Run a command; its exit status as text. Raises SystemExit unless it ends well."""
    os.environ["CAMPAIGN_KEY_FILE"] = str(place / "key" / "person-key")
    sys.argv = ["campaign-etl", *map(str, words), "--data-dir", str(place / "data")]
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise
    return "0"


def _at_boundaries(place: Path, act: Callable[[int], None]) -> None:
    """Let ``act`` run just before each boundary, with its number from 0."""
    numbers = count()

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event in _EVENTS and (str(place) in str(arguments[0]) or str(arguments[0]).endswith(".sql")):
            act(next(numbers))

    sys.addaudithook(hook)


def _counted(place: Path, act: Sequence[str | Path]) -> str:
    seen: list[int] = []
    _at_boundaries(place, seen.append)
    _etl(place, *act)
    return str(len(seen))


def _killed(place: Path, act: Sequence[str | Path], fault: Fault) -> str:
    def die(number: int) -> None:
        if number == fault.boundary:
            os.kill(os.getpid(), signal.SIGKILL)

    _at_boundaries(place, die)
    return _etl(place, *act)


def _before_and_after(place: Path, files: Sequence[Path]) -> str:
    """The books as they are served now, and after the files are loaded (again)."""
    served = _books(place)
    _etl(place, "load", *files)
    return f"{served}\n{_books(place)}"


def _books(place: Path) -> str:
    """The content and the ledger of what is being served."""
    with duckdb.connect(str(current_snapshot(place / "data" / "published")), read_only=True) as connection:
        ((books,),) = connection.execute(_BOOKS).fetchall()
    return str(books)


if __name__ == "__main__":
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_KILLS
    for title, act in (("Loads", None), ("Rotations of the person key", ("key", "rotate", "--yes"))):
        with TemporaryDirectory() as working:
            print(f"{title}:", *benchmark_kills(kills, Path(working), act=act).lines(), sep="\n")
