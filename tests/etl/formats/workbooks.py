"""Workbooks that tests make."""

import io
import zipfile
from collections.abc import Sequence

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]


def workbook(**sheets: Rows) -> bytes:
    """An XLSX file with these sheets, in this order."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive with these files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return content.getvalue()


def with_member(archive: bytes, name: str, content: bytes) -> bytes:
    """The same archive with one file added or replaced."""
    with zipfile.ZipFile(io.BytesIO(archive)) as found:
        members = {member: found.read(member) for member in found.namelist()}
    return zipped(members | {name: content})
