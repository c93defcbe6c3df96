"""A nested document becomes records: where they lie and which path fills which field says the source's description."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.formats.documents import Document, Mapping, Text, read_documents
from etl.formats.json_path import JsonPath, Node, Place, look_up, parse_path, places
from etl.formats.records import Fault, Record
from etl.formats.source import Source

_LOOKED_AT = 100  # records, to see whether a field is there


@dataclass(frozen=True)
class _Field:
    """One field of a record: its paths, the second of them for want of the first."""

    name: str
    column: str
    paths: tuple[JsonPath, ...]


def read_document_records(path: Path, source: Source) -> Iterator[Record | Fault]:
    """Every record, in the order of the file.

    A record stands in a line where the format has lines (JSON lines, YAML), else at a position. ``whole``, the source's
    own total, is a record of its own behind those of its document.

    Raises:
        Refused: the file as a whole cannot be read.
    """
    last, part, position = 0, 0, 0
    for document in read_documents(path, source):
        for found in [document] if isinstance(document, Fault) else _read(document, source):
            position += 1
            line = found.line or (max(last, 1) if source.reader == "yaml" else position)
            part = part + 1 if line == last else 1
            last = line
            if isinstance(found, Fault):
                yield Fault(line, part, found.column, found.value, found.reason)
            else:
                yield Record(line, part, found.values)


def document_misfit(document: Document, source: Source) -> str | None:
    """Why a source does not fit a document, or None where it does."""
    nowhere = Place(None, None)
    for column, beginning in source.marks.items():
        there, node = look_up(parse_path(column), nowhere, document.content)
        if not there or not str(node).startswith(beginning):
            return f"{column} does not begin with '{beginning}'" if there else f"it has no {column}"
    first = list(itertools.islice(places(parse_path(source.document.records), document.content), _LOOKED_AT))
    if "whole" not in source.columns and not any(place.found or place.is_empty for place in first):
        return f"it has no {source.document.records}"
    records = [place for place in first if place.found]
    for field in source.required:
        column = source.columns[field]
        path = parse_path(column)
        looked_at = [nowhere] if path.start == "$" else records
        if looked_at and not any(look_up(path, place, document.content)[0] for place in looked_at):
            return f"it has no {column}"
    return None


def _read(document: Document, source: Source) -> Iterator[Record | Fault]:
    """The records of one document; a line is 0 where the format has none."""
    fields = _fields(source)
    ordinary = [field for field in fields if field.name != "whole"]
    for place in places(parse_path(source.document.records), document.content):
        line = place.record.line if isinstance(place.record, Mapping | Text) else document.line
        if place.found and isinstance(place.record, dict):
            yield _record(line, ordinary, place, document.content, source)
        elif place.found:
            yield Fault(line, 1, "", str(place.record)[:200], "not an object with fields")
        elif "whole" not in source.columns and not _is_expected(place, document, source):
            yield Fault(line, 1, source.document.records, "", "nothing in it to count")
    if len(ordinary) < len(fields):
        of_document = [field for field in fields if field.paths[0].start == "$"]
        yield _record(document.line, of_document, Place(None, None), document.content, source)


def _is_expected(place: Place, document: Document, source: Source) -> bool:
    """Whether a list may well hold nothing: that of the whole document, or one of which the source says so."""
    return place.is_empty and (place.around is document.content or source.document.skip_empty)


def _fields(source: Source) -> list[_Field]:
    columns = source.columns | ({"only": source.only} if source.only else {})
    second = source.document.otherwise
    return [
        _Field(name, column, tuple(parse_path(text) for text in (column, second.get(name)) if text))
        for name, column in columns.items()
    ]


def _record(line: int, fields: list[_Field], place: Place, document: Node, source: Source) -> Record | Fault:
    values: dict[str, str | None] = {}
    for field in fields:
        for path in field.paths:
            node = look_up(path, place, document)[1]
            if isinstance(node, dict | list):
                return Fault(line, 1, field.column, str(node)[:200], "a list or an object where a text is expected")
            text = str(node).lower() if isinstance(node, bool) else node
            values[field.name] = None if text in source.document.missing else text
            if values[field.name]:
                break
    return Record(line, 1, values)
