"""The tables of a report as files: CSV and one workbook, safe to open, with what they mean beside them."""

import io
import json
import re
import zipfile
from datetime import UTC, datetime

import pandas as pd
from openpyxl import Workbook

from dashboard.columns import COLUMNS
from dashboard.csv_file import csv_file, harmless
from dashboard.reports.language import Language, language
from dashboard.reports.parts import Report, ReportTable

ABOUT = "about"
_SHEET_NAME = 31  # letters that a spreadsheet allows


def csv_files(report: Report) -> dict[str, str]:
    """File name → text, for every table."""
    said = language(report.requested.language)
    return {f"{table.ident}.csv": csv_file(headed(table, said)) for table in report.tables}


def headed(table: ReportTable, said: Language) -> pd.DataFrame:
    """The rows under headings in the reader's language; days as days, counts whole."""
    rows = table.rows.copy()
    for name in rows.columns:
        if rows[name].dtype.kind == "M":
            rows[name] = rows[name].dt.strftime("%Y-%m-%d")
        elif COLUMNS[str(name)].kind in ("count", "amount"):
            rows[name] = rows[name].convert_dtypes()  # whole numbers are written without a point
    return rows.set_axis([said.say(COLUMNS[str(name)].label) for name in rows.columns], axis=1)


def metadata(report: Report) -> str:
    """What was asked and what every table means, as JSON."""
    tables = [
        {"file": f"{table.ident}.csv", "title": table.title, "definition": table.definition, "rows": len(table.rows)}
        for table in report.tables
    ]
    method = [sentence for section in report.sections if section.ident == "method" for sentence in section.sentences]
    return json.dumps({ABOUT: report.about, "method": method, "tables": tables}, ensure_ascii=False, indent=1) + "\n"


def workbook(report: Report, built_at: datetime) -> bytes:
    """One sheet for each table, and a first one that says what they are. The same bytes for the same report."""
    said, book = language(report.requested.language), Workbook()
    sheet = book.active
    assert sheet is not None, "a new workbook has a sheet"
    sheet.title = ABOUT
    lines = [*report.about.items(), *((table.title, table.definition) for table in report.tables)]
    for line in lines:
        sheet.append([harmless(text) for text in line])
    for table in report.tables:
        page = book.create_sheet(table.ident[:_SHEET_NAME])
        rows = headed(table, said)
        page.append([harmless(name) for name in rows.columns])
        for row in rows.itertuples(index=False, name=None):
            page.append([_cell(value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return _dated(file, built_at)


def _cell(value: object) -> object:
    if pd.isna(value):  # type: ignore[call-overload]  # any scalar of a data frame
        return None
    return harmless(value.item() if hasattr(value, "item") else value)


def _dated(file: io.BytesIO, built_at: datetime) -> bytes:
    """The workbook with the snapshot's time in place of the clock's, inside and in the entries of the archive."""
    stamp = f"{built_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    parts[core] = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + stamp, parts[core])
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    """An archive whose bytes depend on its parts alone: the earliest date that a zip can hold, in the order given."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return file.getvalue()
