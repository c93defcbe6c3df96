"""Forgets 1,000 invented people out of a million signatures: python -m bench.forget [ROWS]"""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.load import CAMPAIGN_ID, DEFAULT_ROWS
from bench.machine import machine
from bench.measure import measured
from bench.signatures import write_signatures

_CANARIES = 1_000
_SIGN = b"canary"
_CANARY = "2026-02-03,Canary{n} Invented,canary{n}@example.org,Nest {n} of the canary,DE,,form,yes\n"


@dataclass(frozen=True)
class ForgetBenchmark:
    """``found_before`` and ``found``: how often a planted person stands in the bytes of the data directory.

    ``lines_left``: those with a record in the file in the inbox, which is written anew without the planted people.
    """

    rows: int
    seconds: float
    peak_mib: float
    found_before: int
    found: int
    signatures_gone: int
    lines_left: int

    @property
    def is_right(self) -> bool:
        """Whether all who were planted are gone, and nobody else is."""
        others = self.rows - _CANARIES
        return self.found_before >= _CANARIES and (self.found, self.signatures_gone, self.lines_left) == (
            0,
            _CANARIES,
            others,
        )

    def lines(self) -> list[str]:
        """The result as sentences."""
        verdict = "right" if self.is_right else "WRONG"
        return [
            f"{_CANARIES:,} people forgotten out of {self.rows:,} rows: {self.seconds:.1f} s, {self.peak_mib:,.0f} MiB",
            f"{self.signatures_gone:,} signatures are gone, {self.lines_left:,} other records are left in the file",
            f"planted people found {self.found_before:,} times before, {self.found:,} after: {verdict}",
            f"Machine: {machine()}",
        ]


def benchmark_forget(rows: int, folder: Path) -> ForgetBenchmark:
    """Load invented signatures, the planted ones last, from the inbox of folder/data, and forget those."""
    data_dir, people = folder / "data", folder / "people.txt"
    os.environ["CAMPAIGN_KEY_FILE"] = str(folder / "key" / "person-key")  # the marks of the forgotten lie beside it
    at = ("--data-dir", str(data_dir))
    measured("etl", "campaign", "new", CAMPAIGN_ID, "--title", "Invented", "--launched-on", "2026-01-01", *at)
    file = data_dir / "inbox" / CAMPAIGN_ID / "signatures" / "signatures.csv"
    write_signatures(rows - _CANARIES, file)
    with file.open("a", encoding="utf-8") as out:
        out.writelines(_CANARY.format(n=n) for n in range(_CANARIES))
    measured("etl", "run", *at)
    accepted, found_before = _accepted(data_dir), _found(data_dir)
    people.write_text("".join(f"canary{n}@example.org\n" for n in range(_CANARIES)), encoding="utf-8")
    forgetting = measured("etl", "forget", "--from", str(people), "--yes", *at)
    gone = accepted - _accepted(data_dir)
    left = sum(bool(line.strip()) for line in file.open(encoding="utf-8")) - 1 if file.exists() else 0
    return ForgetBenchmark(rows, forgetting.seconds, forgetting.peak_mib, found_before, _found(data_dir), gone, left)


def _accepted(data_dir: Path) -> int:
    files = json.loads(measured("etl", "status", "--json", "--data-dir", str(data_dir)).output)["files"]
    return sum(int(file["accepted"]) for file in files)


def _found(folder: Path) -> int:
    return sum(path.read_bytes().lower().count(_SIGN) for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    with TemporaryDirectory() as temporary:
        result = benchmark_forget(int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_ROWS, Path(temporary))
    print(*result.lines(), sep="\n")
    sys.exit(not result.is_right)
