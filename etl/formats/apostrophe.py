"""The apostrophe in front of a text that a spreadsheet would take for a formula: set in files written, taken off in
files read.

A text that has one already gets another, so that every text comes back as it was; a number runs nothing and gets none.
"""

import re

_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """The text as it stands in a CSV file that a spreadsheet can open without running anything."""
    runs = text.lstrip("'").startswith(_STARTS_A_FORMULA) and not _NUMBER.fullmatch(text)
    return f"'{text}" if runs else text


def as_meant(text: str) -> str:
    """The text without the apostrophe that ``harmless`` sets."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(_STARTS_A_FORMULA) else text
