"""The layout in which rejected records leave the house to be mended, and by which the loader knows them again.

Columns are the source's own; behind them stand what could not be read at all, the reason, and one whose name says as
which format the records were rejected. So dates and words are read as the source declares them.
"""

from collections.abc import Sequence
from pathlib import Path

from etl.errors import Refused
from etl.formats.recognise import recognise
from etl.formats.source import FIELDS, Document, Reading, Source
from etl.formats.table import column_names, tables

UNREAD = "rejected_text"
REASON = "reason"
_REJECTED_AS = "rejected_as:"
_DELIMITERS = (",", ";", "\t")  # a spreadsheet may save with another one than it opened


def columns_to_mend(source: Source) -> dict[str, str]:
    """Field → column: the source's own name where it has one, else (in a letter or a document) the field's."""
    own = {} if source.is_document else source.columns
    plain = {name: name for name in FIELDS[source.kind] if name not in own and name not in own.values()}
    return {**own, **plain}


def mark_of(source: Source) -> str:
    """The column that tells as which format the records were rejected; its cells say where they stood."""
    return _REJECTED_AS + source.format


def source_of(path: Path, sources: Sequence[Source], *, format_name: str | None, kind: str | None) -> Source:
    """How to read a file: as the records of the marked format, where it holds mended ones, else as it is recognised.

    Raises:
        Refused: as ``recognise``; or the format that the mark names is not known any more.
    """
    mended = _mended_source(path, sources)
    if mended is None:
        return recognise(path, sources, format_name=format_name, kind=kind)
    if format_name not in (None, mended.format) or kind not in (None, mended.kind):
        raise Refused(f"{path.name}: these are mended {mended.kind} of the format {mended.format}; load them as such.")
    return mended


def _mended_source(path: Path, sources: Sequence[Source]) -> Source | None:
    for delimiter in _DELIMITERS:
        reading = Reading(delimiter=delimiter)
        try:
            names = column_names(tables(path, reading)[0].head[0])
        except Refused:
            continue
        marks = [name.removeprefix(_REJECTED_AS) for name in names if name.startswith(_REJECTED_AS)]
        if marks:
            source = next((source for source in sources if source.format == marks[0]), None)
            if source is None:
                raise Refused(f"{path.name}: the format '{marks[0]}' is gone; describe it again (docs/sources.md).")
            columns = {field: column for field, column in columns_to_mend(source).items() if column in names}
            written = {"encoding": "utf-8", "delimiter": delimiter, "quote": '"'}
            return source.model_copy(
                update={
                    "reader": "delimited", "suffixes": [], "reading": source.reading.model_copy(update=written),
                    "columns": columns, "required": [], "extra_columns": True, "document": Document(), "marks": {},
                    "only": None, "row_cap": None,
                }
            )  # fmt: skip
    return None
