"""One campaign out of a file that holds several: ``--only VALUE`` picks it by a column that the source names."""

from collections.abc import Iterator
from pathlib import Path

from etl.errors import Refused
from etl.formats.records import Fault, Record
from etl.formats.source import Source

_NAMED = 8  # values in a refusal


def records_of(
    chosen: str | None, records: Iterator[Record | Fault], path: Path, source: Source
) -> Iterator[Record | Fault]:
    """The records of the campaign chosen, or all where the file holds one only; faults belong to whatever is loaded.

    Raises:
        Refused: several campaigns and none chosen, the one chosen is not there, or the format knows no campaigns.
    """
    if source.only is None:
        raise Refused(f"{path.name}: a file of the format {source.format} holds one campaign; leave out --only.")
    found: list[Record | Fault] = []
    values: set[str] = set()
    for record in records:
        value = (record.values.get("only") or "").strip() if isinstance(record, Record) else None
        if value is not None:
            values.add(value)
        if chosen is None or value in (None, chosen):
            found.append(record)
    named = ", ".join(sorted(values)[:_NAMED]) + (", …" if len(values) > _NAMED else "")
    if chosen is None and len(values) > 1:
        raise Refused(f"{path.name}: holds {len(values)} campaigns ({named}); choose one with --only VALUE.")
    if chosen is not None and chosen not in values:
        raise Refused(f"{path.name}: no record has {source.only} {chosen} (there are {named}).")
    return iter(found)
