"""How long loading takes beside the least that it can take: python -m bench.load [ROWS] (1 million by default)."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Measurement, measured

CAMPAIGN_ID = "bench"
DEFAULT_ROWS = 1_000_000
MORE_ROWS = 10_000


@dataclass(frozen=True)
class LoadBenchmark:
    """Both ways of loading one file, a small file loaded after it, and the loader's own account of the large one."""

    rows: int
    file_mib: float
    bare: Measurement
    etl: Measurement
    more: Measurement
    accepted: int
    duplicate: int
    rejected: int
    pending: int

    @property
    def ratio(self) -> float:
        """How many times as long as DuckDB alone."""
        return self.etl.seconds / self.bare.seconds

    @property
    def balances(self) -> bool:
        """Whether every row of the file is accounted for."""
        return self.accepted + self.duplicate + self.rejected + self.pending == self.rows

    def lines(self) -> list[str]:
        """The result as sentences."""
        account = f"{self.accepted:,} accepted + {self.duplicate:,} duplicate + {self.rejected:,} rejected"
        verdict = "balances" if self.balances else "DOES NOT BALANCE"
        return [
            f"{self.rows:,} rows, {self.file_mib:,.0f} MiB",
            f"DuckDB alone: {self.bare.seconds:.1f} s, {self.bare.peak_mib:,.0f} MiB",
            f"etl load: {self.etl.seconds:.1f} s, {self.etl.peak_mib:,.0f} MiB, {self.ratio:.1f} times as long",
            f"{MORE_ROWS:,} more into that warehouse: {self.more.seconds:.1f} s, {self.more.peak_mib:,.0f} MiB",
            f"{account} + {self.pending:,} pending: {verdict}",
        ]


def benchmark_load(rows: int, folder: Path) -> LoadBenchmark:
    """Write a file of invented signatures into the folder and load it, bare and by ``etl load`` into folder/data."""
    file, data_dir = folder / "signatures.csv", folder / "data"
    measured("bench.signatures", str(rows), str(file))
    bare = measured("bench.bare_load", "signatures", str(file), str(folder / "bare.duckdb"))
    (folder / "bare.duckdb").unlink()
    title = ("--title", "Invented benchmark", "--launched-on", "2026-01-01")
    measured("etl", "campaign", "new", CAMPAIGN_ID, *title, "--data-dir", str(data_dir))
    etl = measured("etl", "load", str(file), "--campaign", CAMPAIGN_ID, "--data-dir", str(data_dir), "--json")
    (entry,) = json.loads(etl.output)["files"]
    measured("bench.signatures", str(MORE_ROWS), str(folder / "more.csv"), str(rows))
    more = measured("etl", "load", str(folder / "more.csv"), "--campaign", CAMPAIGN_ID, "--data-dir", str(data_dir))
    return LoadBenchmark(
        rows=rows,
        file_mib=file.stat().st_size / 2**20,
        bare=bare,
        etl=etl,
        more=more,
        accepted=entry["accepted"],
        duplicate=entry["duplicate"],
        rejected=entry["rejected"],
        pending=entry["pending"],
    )


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        print(*benchmark_load(int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_ROWS, Path(folder)).lines(), sep="\n")
