"""Which source a file is: exactly one must fit, else the user is told what could and why not.

Where several fit and some of them know the file by a mark, only those count: a feed of Google Alerts is also a feed.
"""

from collections.abc import Sequence
from pathlib import Path

from etl.errors import Refused, Unrecognised
from etl.formats.document_records import document_misfit
from etl.formats.documents import Document, first_document
from etl.formats.source import Reading, Source
from etl.formats.table import Table, column_names, fitting_tables, tables


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
    if sentence := look.unknown_document():
        raise Refused(sentence)
    raise _nothing_fits(path, look, sources, misfits)


def table_columns(path: Path, source: Source) -> list[str]:
    """The columns of the table that a source fits, in order; none for other files."""
    if source.reader != "delimited":
        return []
    return column_names(fitting_tables(tables(path, source.reading), source)[0].header(source))


class _Look:
    """One file that is being recognised; what is declared alike is read once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._documents: dict[tuple[str, str], Document | str] = {}
        self._tables: dict[tuple[str, str, str], list[Table] | Refused] = {}

    def misfit(self, source: Source, *, any_extra: bool) -> str | None:
        """Why the source does not fit the file, or None where it does."""
        if source.suffixes and self._path.suffix.lower() not in source.suffixes:
            return f"a file named *{' or *'.join(source.suffixes)} is needed"
        if source.is_document:
            document = self._document(source)
            return document if isinstance(document, str) else document_misfit(document, source)
        if source.reader != "delimited":
            return None
        found = self.tables(source.reading)
        if isinstance(found, Refused):
            return str(found)
        fitting = [table for table in found if table.misfit(source, any_extra=any_extra) is None]
        if len(fitting) > 1:
            return f"its sheets {' and '.join(table.sheet for table in fitting)} fit alike"
        return None if fitting else found[0].misfit(source, any_extra=any_extra)

    def tables(self, reading: Reading) -> list[Table] | Refused:
        """The file's tables, or why it has none."""
        key = (reading.encoding, reading.delimiter, reading.quote)
        if key not in self._tables:
            try:
                self._tables[key] = tables(self._path, reading)
            except Refused as refusal:
                self._tables[key] = refusal
        return self._tables[key]

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


def _nothing_fits(path: Path, look: _Look, sources: Sequence[Source], misfits: dict[str, str | None]) -> Refused:
    found = look.tables(Reading())
    if isinstance(found, Refused):
        return found
    names = column_names(found[0].head[0])
    delimited = [source for source in sources if source.reader == "delimited"]

    def nearness(source: Source) -> tuple[int, int]:
        missing = sum(source.columns[name] not in names for name in source.required)
        return -missing, len(set(source.columns.values()) & set(names))

    near = max(delimited, key=nearness, default=None)
    columns = ", ".join(name[:40] for name in names[:12]) + (", …" if len(names) > 12 else "")
    nearest = ""
    if near is not None and set(near.columns.values()) & set(names):
        nearest = f" Nearest is {near.format}: {misfits[near.format]}."
    return Unrecognised(
        f"{path.name}: no known format has the columns {columns}.{nearest} "
        "Name one with --format, or describe yours in a TOML file under sources/ (docs/sources.md)."
    )
