"""Thousands of broken files through the loader, in one process: python -m bench.hostile [FILES] (10,000 by default).

Each file begins as a faultless table of invented signatures, each with a mark of its own, and is then damaged in one to
four places. It must be refused in a sentence, or every mark that still stands in it must stand in a record or in the
finding of a rejected one, and the books must balance. Anything else, a traceback above all, is counted as a fault.
"""

import csv
import gzip
import io
import random
import re
import sys
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from etl.campaign import Campaign
from etl.data_dir import DataDir
from etl.errors import Refused
from etl.formats.mended import source_of
from etl.formats.source import Source, all_sources
from etl.formats.unpacked import unpacked
from etl.load.job import accept_records
from etl.load.meaning import Meanings
from etl.load.reading import Task, open_session, read_file
from etl.person_key import PersonKey
from etl.warehouse.tables import create_tables

DEFAULT_FILES = 10_000
_MARK = re.compile(r"mark\d{3}")
_HEADER = ("signed_at", "name", "email", "affiliation", "country", "confirmed")
_SCRAPS = (
    b'"', b'""', b",", b";", b"\n", b"\r", b"\r\n", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"'=1+1", b"\t",
    b"\\", b"NULL", b"\xf0\x9f\x98\x80", b"\xc3", b"Total,4\n", b"signed_at,name\n", b" " * 5000, b"\x1a",
    b"\x85", b"\xe2\x80\xa8",
)  # fmt: skip
_BALANCE = """
select rows_in, (select count(*) from signature), (select coalesce(sum(rows), 0) from rejection) from loaded_file
"""
_ACCOUNTED_FOR = """
select string_agg(content, ' ')
from (
    select concat_ws(' ', signed_at, name, email, affiliation, country, confirmed) as content from landed
    union all
    select concat_ws(' ', column_name, value) from fault
)
"""


@dataclass
class HostileBenchmark:
    """What became of the files. ``faults`` names each file that ended otherwise than it may, with how."""

    files: int = 0
    refused: int = 0
    records: int = 0
    rejected: int = 0
    faults: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The result as sentences."""
        loaded = self.files - self.refused
        return [
            f"{self.files:,} damaged files: {loaded:,} loaded, {self.refused:,} refused in a sentence",
            f"{self.records:,} records in those loaded, {self.rejected:,} of them rejected with line and reason",
            f"{len(self.faults):,} files with a traceback, a record lost in silence or books that do not balance",
            *self.faults[:20],
        ]


def benchmark_hostile(files: int, folder: Path) -> HostileBenchmark:
    """Damage so many files, the same ones in every run, and load each."""
    place = DataDir(folder)
    sources, meanings = all_sources(place), Meanings(place.reference)
    result = HostileBenchmark()
    with duckdb.connect() as connection:
        connection.execute("set threads = 1")  # tables of a dozen rows gain nothing from more
        create_tables(connection)
        open_session(connection, place, PersonKey((bytes(32),)))
        for seed in range(files):
            path = folder / f"hostile-{seed}.csv"
            content = damaged_file(random.Random(seed))
            path.write_bytes(content)
            result.files += 1
            try:
                _load(connection, path, sources, meanings, result)
            except Refused:
                result.refused += 1
            except Exception as error:  # counting these is what this benchmark is for
                result.faults.append(f"{path.name}: {type(error).__name__}: {error}")
            connection.execute("truncate signature; truncate rejection; truncate loaded_file")
            path.unlink()
    return result


def damaged_file(chance: random.Random) -> bytes:
    """A table of invented signatures with one to four damages, in one of the ways that a file is encoded."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=chance.choice(("\n", "\r\n")), quoting=chance.choice((0, 1)))
    names = list(_HEADER)
    if chance.random() < 0.2:
        chance.shuffle(names)
    writer.writerow(names)
    for number in range(chance.randrange(1, 12)):
        row = {
            "signed_at": "2023-05-01", "name": f"Ada {number}", "email": f"ada{number}@x.example",
            "affiliation": f"mark{number:03}", "country": chance.choice(("DE", "NA", "")), "confirmed": "yes",
        }  # fmt: skip
        writer.writerow([row[name] for name in names])
    content = bytearray(text.getvalue().encode(chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16"))))
    for _ in range(chance.randrange(1, 5)):
        place = chance.randrange(len(content) + 1)
        match chance.randrange(5):
            case 0:
                content[place:place] = chance.choice(_SCRAPS)
            case 1:
                del content[place : place + chance.randrange(1, 40)]
            case 2:
                content[place : place + 1] = bytes([chance.randrange(256)])
            case 3:
                content[place:place] = content[place : place + chance.randrange(1, 200)]
            case _:
                content[place:] = content[place:][: chance.randrange(1, 400)]
    return gzip.compress(content) if chance.random() < 0.05 else bytes(content)


def _load(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    sources: list[Source],
    meanings: Meanings,
    result: HostileBenchmark,
) -> None:
    campaign = Campaign(campaign_id="hostile", title="Invented", launched_on=date(2023, 4, 28))
    task = Task(path, campaign, kind="signatures")
    with unpacked(path) as plain:
        source = source_of(plain, sources, format_name=task.format_name, kind=task.kind)
        given = read_file(connection, replace(task, path=plain), source, meanings, lambda _: None)
        entry = {
            "file_id": 1, "file": path.name, "file_sha256": path.name, "kind": source.kind, "format": source.format,
            "loaded_at": datetime.now(UTC), "note": "", "row_cap": None,
        }  # fmt: skip
        accept_records(connection, source, given | entry)
        ((rows_in, readable, rejected),) = connection.execute(_BALANCE).fetchall()
        ((accounted_for,),) = connection.execute(_ACCOUNTED_FOR).fetchall()
        text = plain.read_bytes()
    result.records += rows_in
    result.rejected += rejected
    if rows_in != readable + rejected:
        result.faults.append(f"{path.name}: {rows_in} records, {readable} readable and {rejected} rejected")
    encoding = "utf-16" if text.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    lost = set(_MARK.findall(text.decode(encoding, errors="replace"))) - set(_MARK.findall(accounted_for or ""))
    if lost:
        result.faults.append(f"{path.name}: lost in silence: {', '.join(sorted(lost))}")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        found = benchmark_hostile(int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FILES, Path(folder))
    print(*found.lines(), sep="\n")
    sys.exit(1 if found.faults else 0)
