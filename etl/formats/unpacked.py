"""The door that every file comes through: a compressed one is unpacked for the readers, or refused before it is.

Read are gzip and a zip with one file in it; an XLSX workbook, a zip too, is looked over and left as it is.
"""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from etl.errors import Refused
from etl.formats.office import ZIP, is_office, refuse_unsafe_workbook

_GZIP = b"\x1f\x8b"
# What a file begins with that no reader takes, and what to do about it.
_UNREADABLE = (
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it and load the file in it"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it and load the file in it"),
    (b"\xfd7zXZ\0", "an XZ archive; unpack it and load the file in it"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive; unpack it and load the file in it"),
    (b"%PDF-", "a PDF document; export the table behind it as CSV or XLSX"),
    (b"\xd0\xcf\x11\xe0", "a workbook with a password or of Excel before 2007; save it as XLSX without a password"),
)
_BLOCK = 1 << 20
_LARGEST_RATIO = 100
_HARMLESS = 1 << 20  # bytes: a small text may be very regular
_SMALL_FILE, _LARGEST_FROM_SMALL = 20 << 20, 200 << 20  # bytes
_LOOKED_AT = 16 << 20  # bytes unpacked after which the ratio so far is judged
_OF_THE_SYSTEM = ("__MACOSX/", ".DS_Store", "Thumbs.db")


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """The file to read: ``path`` itself, or what is compressed in it, for as long as the context lasts.

    Raises:
        Refused: an archive that is not read, holds more than one file or another archive, is encrypted, broken or far
            larger than it looks; or, from inside, whatever is wrong with the content, under both names.
    """
    with path.open("rb") as file:
        start = file.read(512)
    for beginning, sentence in _UNREADABLE:
        if start.startswith(beginning):
            raise Refused(f"{path.name}: {sentence}.")
    if start.startswith(_GZIP):
        with TemporaryDirectory() as folder, _naming(path):
            yield _gunzip(path, Path(folder))
    elif start.startswith(ZIP):
        if is_office(path):
            refuse_unsafe_workbook(path, largest_unpacked(path))
            yield path
        else:
            with TemporaryDirectory() as folder, _naming(path):
                yield _unzip(path, Path(folder))
    else:
        yield path


def largest_unpacked(path: Path) -> int:
    """How many bytes may come out of a compressed file; more is taken for an attack."""
    size = path.stat().st_size
    largest = max(size * _LARGEST_RATIO, _HARMLESS)
    return min(largest, _LARGEST_FROM_SMALL) if size < _SMALL_FILE else largest


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Refusals of the content name the file that the user has, too; damage to the archive is one."""
    try:
        yield
    except Refused as refusal:
        raise type(refusal)(f"{path.name}: {refusal}") from refusal
    except (zipfile.BadZipFile, gzip.BadGzipFile, EOFError, zlib.error, NotImplementedError) as error:
        raise Refused(f"{path.name}: damaged, or compressed in a way that is not read; compress it again.") from error


def _gunzip(path: Path, folder: Path) -> Path:
    with path.open("rb") as file, gzip.GzipFile(fileobj=file) as content:
        plain = folder / (path.stem if path.suffix.lower() in (".gz", ".gzip") else path.name)
        _copy(content, plain, largest_unpacked(path), file)
    return plain


def _unzip(path: Path, folder: Path) -> Path:
    with zipfile.ZipFile(path) as archive:
        members = [
            member
            for member in archive.infolist()
            if not member.is_dir() and not member.filename.startswith(_OF_THE_SYSTEM[0])
        ]
        members = [member for member in members if Path(member.filename).name not in _OF_THE_SYSTEM]
        if len(members) != 1:
            raise Refused(f"an archive of {len(members)} files; unpack it and load them.")
        (member,) = members
        if member.flag_bits & 1:
            raise Refused("an archive with a password; unpack it and load the file in it.")
        largest = largest_unpacked(path)
        if member.file_size > largest:
            raise Refused(_too_large(largest))
        plain = folder / (Path(member.filename).name or "file")
        with archive.open(member) as content:
            _copy(content, plain, largest)
    return plain


def _copy(content: IO[bytes] | gzip.GzipFile, plain: Path, largest: int, compressed: IO[bytes] | None = None) -> None:
    """Write the content, unless it grows beyond its bounds or is compressed again."""
    written = 0
    with plain.open("wb") as out:
        while block := content.read(_BLOCK):
            if not written and block.startswith((_GZIP, *ZIP, *(beginning for beginning, _ in _UNREADABLE))):
                raise Refused("an archive in an archive; unpack it and load the file in it.")
            written += len(block)
            ratio_so_far = written / compressed.tell() if compressed and written > _LOOKED_AT else 0
            if written > largest or ratio_so_far > _LARGEST_RATIO:
                raise Refused(_too_large(largest))
            out.write(block)


def _too_large(largest: int) -> str:
    return f"unpacks to more than {largest / 2**20:,.0f} MiB, too much for its size; unpack it and load the file in it."
