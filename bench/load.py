"""How long loading takes beside the least that it can take: python -m bench.load [ROWS] (1 million by default)."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.measure import Measurement, measured

CAMPAIGN_ID = "bench"
DEFAULT_ROWS = 1_000_000
MORE_ROWS = 10_000


@dataclass(frozen=True)
class BothWays:
    """A file loaded by DuckDB alone and by ``etl load``. entry: the loader's own account of it, as in its JSON."""

    rows: int
    file_mib: float
    bare: Measurement
    etl: Measurement
    entry: dict[str, Any]

    @property
    def ratio(self) -> float:
        """How many times as long as DuckDB alone."""
        return self.etl.seconds / self.bare.seconds

    @property
    def cpu_ratio(self) -> float:
        """The same in processor time."""
        return self.etl.cpu_seconds / self.bare.cpu_seconds

    def lines(self) -> list[str]:
        """The result as sentences."""
        parts = {part: self.entry[part] for part in ("accepted", "duplicate", "rejected", "pending")}
        verdict = "balances" if sum(parts.values()) == self.rows else "DOES NOT BALANCE"
        return [
            f"{self.rows:,} rows, {self.file_mib:,.0f} MiB",
            f"DuckDB alone: {self.bare.seconds:.1f} s, {self.bare.peak_mib:,.0f} MiB",
            f"etl load: {self.etl.seconds:.1f} s, {self.etl.peak_mib:,.0f} MiB, {self.ratio:.1f} times as long",
            f"processor time: {self.bare.cpu_seconds:.1f} s, {self.etl.cpu_seconds:.1f} s, {self.cpu_ratio:.1f} times",
            f"{' + '.join(f'{rows:,} {part}' for part, rows in parts.items())}: {verdict}",
        ]


@dataclass(frozen=True)
class LoadBenchmark:
    """A large file of signatures, and a small one loaded after it."""

    large: BothWays
    more: Measurement

    def lines(self) -> list[str]:
        """The result as sentences."""
        more = f"{MORE_ROWS:,} more into that warehouse: {self.more.seconds:.1f} s, {self.more.peak_mib:,.0f} MiB"
        return [*self.large.lines(), more]


def load_both_ways(layout: str, rows: int, file: Path, folder: Path) -> BothWays:
    """Load a file of so many rows in one of the project's own layouts, bare and by ``etl load`` into folder/data."""
    bare = measured("bench.bare_load", layout, str(file), str(folder / "bare.duckdb"))
    (folder / "bare.duckdb").unlink()
    told = ("--data-dir", str(folder / "data"))
    title = ("--title", "Invented benchmark", "--launched-on", "2026-01-01")
    measured("etl", "campaign", "new", CAMPAIGN_ID, *title, *told)
    etl = measured("etl", "load", str(file), "--campaign", CAMPAIGN_ID, "--format", layout, *told, "--json")
    (entry,) = json.loads(etl.output)["files"]
    return BothWays(rows, file.stat().st_size / 2**20, bare, etl, entry)


def benchmark_load(rows: int, folder: Path) -> LoadBenchmark:
    """Write a file of invented signatures into the folder and load it, bare and by ``etl load`` into folder/data."""
    file, more = folder / "signatures.csv", folder / "more.csv"
    measured("bench.signatures", str(rows), str(file))
    large = load_both_ways("signatures_csv", rows, file, folder)
    measured("bench.signatures", str(MORE_ROWS), str(more), str(rows))
    told = ("--campaign", CAMPAIGN_ID, "--data-dir", str(folder / "data"))
    return LoadBenchmark(large, measured("etl", "load", str(more), *told))


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        print(*benchmark_load(int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_ROWS, Path(folder)).lines(), sep="\n")
