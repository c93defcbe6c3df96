"""The organiser's own files that still lie in the inbox, without the records of people who are forgotten."""

import gzip
import hashlib
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from etl.campaign import all_campaigns
from etl.data_dir import DataDir
from etl.errors import Refused
from etl.formats.delimited import delimited_rows
from etl.formats.mended import source_of
from etl.formats.office import is_office
from etl.formats.source import Source, all_sources
from etl.formats.text import text_encoding
from etl.formats.unpacked import unpacked
from etl.load.meaning import Meanings
from etl.load.reading import ABOUT_PEOPLE, Task, leave_out, read_records

_AROUND = rb"\s,;:<>|()\[\]{}=\"'"  # what may stand beside an address
_ADDRESS = re.compile(rb"(?<![^@%b])[^@%b]++@[^@%b]+" % (_AROUND, _AROUND, _AROUND))


@dataclass(frozen=True)
class RawFile:
    """A file with somebody who is forgotten: ``fresh`` lies beside it, without them; None: it is to be deleted."""

    path: Path
    sha256: str
    fresh: Path | None

    @property
    def fresh_sha256(self) -> str:
        """The content's mark after the change; the same where the file is deleted."""
        return _sha256(self.fresh) if self.fresh else self.sha256

    def settle(self) -> None:
        """Put the fresh file in place of the old one, or delete the old one."""
        if self.fresh:
            self.fresh.replace(self.path)
        else:
            self.path.unlink()

    def give_up(self) -> None:
        """Leave the file as it is."""
        if self.fresh:
            self.fresh.unlink(missing_ok=True)


def raw_files(connection: duckdb.DuckDBPyConnection, place: DataDir, addresses: Sequence[str]) -> list[RawFile]:
    """Every file of the inbox with a record of the people in ``forgotten``, or one of the addresses, in small letters.

    The connection is a loading session with the person key. A line of delimited text (plain or in gzip) is emptied, so
    that the others keep their numbers; any other file, or one that has an address elsewhere too, is to be deleted.

    Raises:
        Refused: an archive cannot be opened, so that nobody knows whom it holds.
    """
    sources, meanings = all_sources(place), Meanings(place.reference)
    found: list[RawFile] = []
    for campaign in all_campaigns(place):
        for kind in ABOUT_PEOPLE:
            folder = place.inbox / campaign.campaign_id / kind
            for left_over in folder.rglob(".*.forgetting"):
                left_over.unlink()
            for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".toml"):
                raw = _raw_file(connection, Task(path, campaign, kind), sources, meanings, addresses)
                found += [raw] if raw else []
    return found


def _raw_file(
    connection: duckdb.DuckDBPyConnection,
    task: Task,
    sources: list[Source],
    meanings: Meanings,
    addresses: Sequence[str],
) -> RawFile | None:
    fresh = task.path.with_name(f".{task.path.name}.forgetting")
    try:
        with unpacked(task.path) as plain:
            has_text = _holds(plain, addresses)
            try:
                source = source_of(plain, sources, format_name=None, kind=task.kind)
                read_records(connection, replace(task, path=plain), source, meanings)
                lines = {line for line, _ in leave_out(connection, source.kind)}
            except Refused:
                return RawFile(task.path, _sha256(task.path), None) if has_text else None
            if not lines and not has_text:
                return None
            packed = plain != task.path
            is_text = source.reader == "delimited" and not source.gathered and not is_office(plain)
            if is_text and (not packed or task.path.suffix.lower() in (".gz", ".gzip")):
                _write_without(plain, fresh, source, lines, packed=packed)
                if not _holds(fresh, addresses, packed=packed):
                    shutil.copymode(task.path, fresh)
                    return RawFile(task.path, _sha256(task.path), fresh)
                fresh.unlink()
    except Refused as refusal:
        raise Refused(
            f"{task.path} cannot be looked into for them; take it out of the inbox first. {refusal}"
        ) from refusal
    return RawFile(task.path, _sha256(task.path), None)


def _write_without(plain: Path, fresh: Path, source: Source, lines: set[int], *, packed: bool) -> None:
    encoding = text_encoding(plain, source.reading)
    empty = set(_lines_of_records(plain, source, lines))
    with (
        plain.open(encoding=encoding, newline="") as text,
        gzip.open(fresh, "wt", encoding=encoding, newline="")
        if packed
        else fresh.open("w", encoding=encoding, newline="") as out,
    ):
        for number, line in enumerate(text, start=1):
            out.write(line[len(line.rstrip("\r\n")) :] if number in empty else line)


def _lines_of_records(plain: Path, source: Source, first_lines: set[int]) -> Iterator[int]:
    """All lines of the records that begin in these lines: a quoted cell may go over several."""
    begun = None
    for row in delimited_rows(plain, source.reading):
        if begun is not None:
            yield from range(begun, row.line)
        begun = row.line if row.line in first_lines else None
    if begun is not None:
        with plain.open("rb") as file:
            yield from range(begun, begun + file.read().count(b"\n") + 2)


def _holds(path: Path, addresses: Sequence[str], *, packed: bool = False) -> bool:
    """Whether one of the e-mail addresses stands in a file, in any case, in UTF-8 or UTF-16."""
    if not addresses:
        return False
    content = gzip.decompress(path.read_bytes()) if packed else path.read_bytes()
    found = {address.rstrip(b".") for address in _ADDRESS.findall(content.replace(b"\0", b"").lower())}
    return not found.isdisjoint(address.encode() for address in addresses)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
