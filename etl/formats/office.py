"""Documents of office programs, which are zip archives of XML: which can be read, and what makes one unsafe."""

import zipfile
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from etl.errors import Refused

ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # what a zip archive begins with
_WORKBOOK = "xl/workbook.xml"


def is_office(path: Path) -> bool:
    """Whether the file is a document of an office program."""
    names = _members(path)
    return "[Content_Types].xml" in names or {"mimetype", "content.xml"} <= names


def is_workbook(path: Path) -> bool:
    """Whether the file is an XLSX workbook."""
    return _WORKBOOK in _members(path)


def refuse_unsafe_workbook(path: Path, largest_unpacked: int) -> None:
    """Look a document over before it is read.

    Raises:
        Refused: no XLSX workbook; or one with macros, a password, a document type (which may name entities elsewhere),
            or contents of more than ``largest_unpacked`` bytes.
    """
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        names = [member.filename for member in members]
        if _WORKBOOK not in names:
            raise Refused(f"{path.name}: not an XLSX workbook; save the table as XLSX or CSV.")
        if any(name.lower().endswith("vbaproject.bin") or name.startswith("xl/macrosheets/") for name in names):
            raise Refused(f"{path.name}: a workbook with macros; save it as XLSX without them.")
        if any(member.flag_bits & 1 for member in members):
            raise Refused(f"{path.name}: a workbook with a password; save it without one.")
        if sum(member.file_size for member in members) > largest_unpacked:
            raise Refused(f"{path.name}: unpacks to far more than its size; save the table as CSV.")
        try:
            for name in names:
                if name.endswith((".xml", ".rels")):
                    with archive.open(name) as part:
                        next(iterparse(part, events=("start",), forbid_dtd=True), None)
        except DefusedXmlException as error:
            raise Refused(f"{path.name}: a workbook with a document type in it; save the table as CSV.") from error
        except (ParseError, zipfile.BadZipFile) as error:
            raise Refused(f"{path.name}: a damaged workbook; save it again, or the table as CSV.") from error


def _members(path: Path) -> set[str]:
    """The names in a zip archive; none where the file is no archive, or a damaged one."""
    with path.open("rb") as file:
        if not file.read(4).startswith(ZIP):
            return set()
    try:
        with zipfile.ZipFile(path) as archive:
            return set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return set()
