"""How the bytes of a text file are decoded."""

import codecs
from pathlib import Path

from etl.formats.source import Reading

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def text_encoding(path: Path, reading: Reading) -> str:
    """The codec to decode with: a byte order mark says so itself, else what the source declares."""
    with path.open("rb") as file:
        start = file.read(3)
    return next((encoding for mark, encoding in _MARKS if start.startswith(mark)), reading.encoding)
