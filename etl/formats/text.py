"""How the bytes of a text file are decoded."""

import codecs
from pathlib import Path

from etl.errors import Refused, Unrecognised
from etl.formats.source import Reading

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HEAD_BYTES = 1 << 20


def text_encoding(path: Path, reading: Reading) -> str:
    """The codec to decode with: a byte order mark says so itself, else what the source declares."""
    with path.open("rb") as file:
        start = file.read(3)
    return next((encoding for mark, encoding in _MARKS if start.startswith(mark)), reading.encoding)


def refuse_no_text(path: Path, reading: Reading) -> None:
    """Look at the beginning of a file that is about to be read as text.

    Raises:
        Refused: it is empty, holds NUL bytes in its first line, or is not in the declared encoding.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if not head.strip():
        raise Refused(f"{path.name}: the file is empty.")
    encoding = text_encoding(path, reading)
    if encoding != "utf-16" and b"\0" in head.splitlines()[0]:
        raise Refused(f"{path.name}: not text (it holds NUL bytes); export it as CSV in UTF-8.")
    try:
        codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError as error:
        line = head.count(b"\n", 0, error.start) + 1
        raise Unrecognised(
            f"{path.name}: line {line} is not {reading.encoding} text; save the file as UTF-8."
        ) from error
    if encoding in ("cp1252", "iso-8859-1") and not head.isascii() and _is_utf_8(head):
        raise Refused(f"{path.name}: {reading.encoding} is declared, and the file is UTF-8; declare that.")


def _is_utf_8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True
