"""Rejected records as a CSV in their source's own layout, to be mended in a spreadsheet and loaded again."""

import csv
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

from etl.errors import Refused
from etl.formats.apostrophe import harmless
from etl.formats.mended import REASON, UNREAD, columns_to_mend, mark_of
from etl.formats.source import Source
from etl.load.quarantine import Rejected


def export_rejected(path: Path, findings: Sequence[Rejected], sources: Sequence[Source]) -> int:
    """Write one row for every rejected record among the findings; how many.

    A text that a spreadsheet would take for a formula gets an apostrophe in front, which the loader takes off again.

    Raises:
        Refused: nothing to write, findings of several formats or campaigns, or the file exists.
    """
    source = _source_of_all(findings, sources)
    fields = [
        (name, column)
        for name, column in columns_to_mend(source).items()
        if name in source.columns or any(name in finding.record for finding in findings)
    ]
    rows = list(_rows(findings, [name for name, _ in fields]))
    try:
        with path.open("x", encoding="utf-8-sig", newline="") as file:  # the mark tells spreadsheets that it is UTF-8
            path.chmod(0o600)
            writer = csv.writer(file)
            writer.writerow([*(column for _, column in fields), UNREAD, REASON, mark_of(source)])
            writer.writerows([harmless(cell) for cell in row] for row in rows)
    except FileExistsError as error:
        raise Refused(f"{path} exists and may hold what you mended; name another file.") from error
    return len(rows)


def _source_of_all(findings: Sequence[Rejected], sources: Sequence[Source]) -> Source:
    if not findings:
        raise Refused("Nothing that fits lies in quarantine; `etl rejects` lists what does.")
    campaigns = sorted({finding.campaign_id for finding in findings})
    if len(campaigns) > 1:
        raise Refused(f"These records belong to several campaigns ({', '.join(campaigns)}); name one with --campaign.")
    formats = sorted({finding.format for finding in findings})
    if len(formats) > 1:
        raise Refused(f"These records have several layouts ({', '.join(formats)}); name one with --format.")
    known = [source for source in sources if source.format == formats[0]]
    if not known:
        raise Refused(f"There is no format '{formats[0]}' any more; describe it again (docs/sources.md).")
    return known[0]


def _rows(findings: Sequence[Rejected], fields: Sequence[str]) -> Iterator[list[str]]:
    for (file, line, _part), group in itertools.groupby(findings, key=lambda f: (f.file, f.line, f.part)):
        several = list(group)
        record = several[0].record
        reasons = [f"{finding.column}: {finding.reason}" if finding.column else finding.reason for finding in several]
        unread = "" if record else several[0].value
        yield [*(record.get(name, "") for name in fields), unread, "; ".join(reasons), f"{file}, line {line}"]
