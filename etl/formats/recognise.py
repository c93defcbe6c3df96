"""Which source a file is: exactly one must fit, else the user is told what could and why not."""

import codecs
import csv
from collections.abc import Sequence
from pathlib import Path

from etl.errors import Refused
from etl.formats.source import Reading, Source

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
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
        reason = _misfit(path, named[0], any_extra=True)
        if reason:
            raise Refused(f"{path.name}: not {format_name}: {reason}.")
        return named[0]
    sources = [source for source in sources if kind in (None, source.kind)]
    misfits = {source.format: _misfit(path, source, any_extra=False) for source in sources}
    fitting = [source for source in sources if misfits[source.format] is None]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = " and ".join(source.format for source in fitting)
        raise Refused(f"{path.name}: {names} fit alike; name one with --format.")
    raise Refused(_nothing_fits(path, sources, misfits))


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


def text_encoding(path: Path, reading: Reading) -> str:
    """The codec to decode with: a byte order mark says so itself, else what the source declares."""
    with path.open("rb") as file:
        start = file.read(3)
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return "utf-8-sig" if encoding == "utf-8" else encoding
    return reading.encoding


def _misfit(path: Path, source: Source, *, any_extra: bool) -> str | None:
    """Why the source does not fit the file, or None where it does."""
    suffix = path.suffix.lower()
    if source.suffixes and suffix not in source.suffixes:
        return f"a file named *{' or *'.join(source.suffixes)} is needed"
    if source.reader != "delimited":
        return None
    found = header(path, source.reading)
    missing = [source.columns[name] for name in source.required if source.columns[name] not in found]
    if missing:
        return f"it has no column {', '.join(missing)}"
    doubled = sorted({name for name in source.columns.values() if found.count(name) > 1})
    if doubled:
        return f"the column {doubled[0]} stands there twice"
    extra = [name for name in found if name not in source.columns.values() and name not in source.ignored]
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
