"""Times ten packs for a campaign of a million signatures and writes bench/packs.md: python -m bench.packs [ROWS]"""

import csv
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from bench.load import CAMPAIGN_ID, DEFAULT_ROWS
from bench.machine import machine, software
from bench.measure import measured
from bench.signatures import write_signatures

_PACKS, _MEMBERS = 10, 50_000
_SITES = Path(__file__).parents[1] / "data" / "reference" / "networks" / "ellis.csv"
_WITH_MEMBERS = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
_RESULTS = Path(__file__).with_name("packs.md")
_REPORT = """\
# Packs

Written by `python -m bench.packs {rows}` on {day}. Ten invented networks, each with the sites of a known one, support a
campaign of {signatures:,} signatures. Seconds are those of the whole command.

- Machine: {machine}
- Software: {software}

| {packs} packs | seconds | aim | largest HTML, MB | aim |
|---|---:|---:|---:|---:|
| HTML and tables | {tables:.0f} | 60 | {html:.1f} | 6 |
| with PDF and images{note} | {pictures:.0f} | 240 | | |
"""


def write_report(rows: int) -> Path:
    """Load the campaign, write its packs without and with pictures, and write the times down with the machine."""
    with TemporaryDirectory() as folder:
        data_dir, out = Path(folder) / "data", Path(folder) / "packs"
        _load(rows, Path(folder), data_dir)
        asked = ("dashboard", "report", "--data-dir", str(data_dir), "--out", str(out))
        tables = measured(*asked, "--no-pictures")
        pages = [path.stat().st_size / 1e6 for path in out.glob("*/report.html")]
        pictures = measured(*asked)
        drawn = len(list(out.glob("*/report.pdf")))
    report = _REPORT.format(
        rows=rows, day=f"{datetime.now(UTC):%Y-%m-%d}", signatures=rows + _MEMBERS, machine=machine(),
        software=software(), packs=len(pages), tables=tables.seconds, html=max(pages), pictures=pictures.seconds,
        note="" if drawn == len(pages) else f" ({drawn} were made)",
    )  # fmt: skip
    _RESULTS.write_text(report, encoding="utf-8")
    return _RESULTS


def _load(rows: int, folder: Path, data_dir: Path) -> None:
    """A campaign of invented signatures, some of them by members of ten invented networks."""
    networks = [f"network-{number}" for number in range(1, 1 + _PACKS)]
    sites = data_dir / "reference" / "networks"
    sites.mkdir(parents=True)
    with (sites.parent / "networks.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [("network_id", "title", "kind"), *((name, f"Invented {name}", "invented") for name in networks)]
        )
    for name in networks:
        shutil.copy(_SITES, sites / f"{name}.csv")
    write_signatures(rows, folder / "signatures.csv")
    write_signatures(_MEMBERS, folder / "drawn.csv", rows)
    with duckdb.connect() as connection:
        given = {"drawn": str(folder / "drawn.csv"), "sites": str(_SITES)}
        connection.sql(_WITH_MEMBERS, params=given).write_csv(str(folder / "members.csv"))
    told = ("--data-dir", str(data_dir))
    measured(
        "etl", "campaign", "new", CAMPAIGN_ID, "--title", "Invented benchmark", "--launched-on", "2026-01-01", *told
    )
    files = [str(folder / name) for name in ("signatures.csv", "members.csv")]
    measured("etl", "load", *files, "--campaign", CAMPAIGN_ID, *told, "--json")


if __name__ == "__main__":
    print(write_report(int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_ROWS).read_text(encoding="utf-8"))
