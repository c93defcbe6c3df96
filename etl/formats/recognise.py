"""Which source a file is: exactly one must fit, else the user is told what could and why not.

Where several fit and some of them know the file by a mark, only those count: a feed of Google Alerts is also a feed.
"""

import codecs
import csv
from collections.abc import Sequence
from pathlib import Path

from etl.errors import Refused
from etl.formats.document_records import document_misfit
from etl.formats.documents import Document, first_document
from etl.formats.source import Reading, Source
from etl.formats.text import text_encoding

_HEAD_BYTES = 1 << 20  # a header line longer than this is none


def recognise(path: Path, sources: Sequence[Source], *, format_name: str | None, kind: str | None) -> Source:
    """The one source that fits the file.

    Args:
        format_name: given by the user; then only its required columns must be there.
        kind: given by the user or the inbox folder; narrows the choice.

    Raises:
        Refused: nothing fits, several do, or the format named is unknown.
    """
    if format_name is not None:
        named = [source for source in sources if source.format == format_name]
        if not named:
            raise Refused(f"There is no format '{format_name}'; `etl formats` lists them.")
        if kind not in (None, named[0].kind):
            raise Refused(f"{path.name}: the format {format_name} holds {named[0].kind}, not {kind}.")
        reason = _Look(path).misfit(named[0], any_extra=True)
        if reason:
            raise Refused(f"{path.name}: not {format_name}: {reason}.")
        return named[0]
    sources = [source for source in sources if kind in (None, source.kind)]
    look = _Look(path)
    misfits = {source.format: look.misfit(source, any_extra=False) for source in sources}
    fitting = [source for source in sources if misfits[source.format] is None]
    fitting = [source for source in fitting if source.marks] or fitting
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = " and ".join(source.format for source in fitting)
        raise Refused(f"{path.name}: {names} fit alike; name one with --format.")
    raise Refused(look.unknown_document() or _nothing_fits(path, sources, misfits))


def header(path: Path, reading: Reading) -> list[str]:
    """The first record of a delimited file.

    Raises:
        Refused: the file is empty or no text in the source's encoding.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if not head.strip():
        raise Refused(f"{path.name}: the file is empty.")
    encoding = text_encoding(path, reading)
    if b"\0" in head and encoding != "utf-16":
        raise Refused(f"{path.name}: not text (it holds NUL bytes); export it as CSV in UTF-8.")
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        lines = decoder.decode(head).splitlines(keepends=True)
    except UnicodeDecodeError as error:
        line = head.count(b"\n", 0, error.start) + 1
        raise Refused(f"{path.name}: line {line} is not {reading.encoding} text; save the file as UTF-8.") from error
    for record in csv.reader(lines, delimiter=reading.delimiter, quotechar=reading.quote):
        if record:
            return [name.strip() for name in record]
    raise Refused(f"{path.name}: the file has no header line.")


def column_names(path: Path, source: Source) -> list[str]:
    """The columns of a delimited file, in order; none for other files."""
    return header(path, source.reading) if source.reader == "delimited" else []


class _Look:
    """One file that is being recognised; a nested one is parsed once for all sources of its reader."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._documents: dict[tuple[str, str], Document | str] = {}

    def misfit(self, source: Source, *, any_extra: bool) -> str | None:
        """Why the source does not fit the file, or None where it does."""
        if source.suffixes and self._path.suffix.lower() not in source.suffixes:
            return f"a file named *{' or *'.join(source.suffixes)} is needed"
        if source.is_document:
            document = self._document(source)
            return document if isinstance(document, str) else document_misfit(document, source)
        if source.reader != "delimited":
            return None
        return _delimited_misfit(header(self._path, source.reading), source, any_extra=any_extra)

    def unknown_document(self) -> str | None:
        """What to say of a nested file that nothing fits; None where it is none."""
        documents = [found for found in self._documents.values() if isinstance(found, Document)]
        refusals = [found for found in self._documents.values() if isinstance(found, str) and self._path.name in found]
        if documents:
            content = documents[0].content
            names = ", ".join(list(content)[:12]) if isinstance(content, dict) else "those of a list"
            return (
                f"{self._path.name}: no known format has the members {names}. "
                "Name one with --format, or describe yours in a TOML file under sources/ (docs/sources.md)."
            )
        return refusals[0] if refusals else None

    def _document(self, source: Source) -> Document | str:
        key = (source.reader, source.reading.encoding)
        if key not in self._documents:
            self._documents[key] = first_document(self._path, source)
        return self._documents[key]


def _delimited_misfit(found: list[str], source: Source, *, any_extra: bool) -> str | None:
    telling = (
        [source.columns[name] for name in source.required] + [*source.marks] + ([source.only] if source.only else [])
    )
    missing = [column for column in telling if column not in found]
    if missing:
        return f"it has no column {', '.join(missing)}"
    doubled = sorted({name for name in source.columns.values() if found.count(name) > 1})
    if doubled:
        return f"the column {doubled[0]} stands there twice"
    known = {*source.columns.values(), *source.ignored, *telling}
    extra = [name for name in found if name not in known]
    if extra and not (any_extra or source.extra_columns):
        return f"the format knows no column {', '.join(extra[:5])}"
    return None


def _nothing_fits(path: Path, sources: Sequence[Source], misfits: dict[str, str | None]) -> str:
    delimited = [source for source in sources if source.reader == "delimited"]
    found = header(path, delimited[0].reading) if delimited else []

    def nearness(source: Source) -> tuple[int, int]:
        missing = sum(source.columns[name] not in found for name in source.required)
        return -missing, len(set(source.columns.values()) & set(found))

    near = max(delimited, key=nearness, default=None)
    columns = ", ".join(name[:40] for name in found[:12]) + (", …" if len(found) > 12 else "")
    nearest = ""
    if near is not None and set(near.columns.values()) & set(found):
        nearest = f" Nearest is {near.format}: {misfits[near.format]}."
    return (
        f"{path.name}: no known format has the columns {columns}.{nearest} "
        "Name one with --format, or describe yours in a TOML file under sources/ (docs/sources.md)."
    )
