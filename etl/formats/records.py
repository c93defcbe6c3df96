"""What a reader gives: records and faults, with the line they stand in."""

from dataclasses import dataclass, field

LONGEST_VALUE = 10_000  # characters of a row that are kept in quarantine, to be mended there


@dataclass(frozen=True)
class Row:
    """One row of a table as it stands in the file, before anybody has asked which column means what."""

    line: int
    cells: list[str]


@dataclass(frozen=True)
class Record:
    """One record. ``part`` counts the records that one line holds, from 1; ``values`` are field → text."""

    line: int
    part: int
    values: dict[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """A record that cannot be read: it is rejected and goes to quarantine. ``column`` is the file's own name for it."""

    line: int
    part: int
    column: str
    value: str
    reason: str
