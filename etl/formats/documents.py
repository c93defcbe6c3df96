"""Nested files as documents: JSON, JSON lines, YAML, feeds. Every scalar stays the text that it is written as."""

import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from etl.errors import Refused
from etl.formats.feed import feed_document
from etl.formats.json_path import Node
from etl.formats.records import Fault
from etl.formats.source import Source
from etl.formats.text import text_encoding

_CALLED = {"json": "JSON", "json_lines": "JSON", "yaml": "YAML", "feed": "feed"}
_LINES_TRIED = 100  # of JSON lines, until one is JSON


class Mapping(dict[str, Node]):
    """An object that knows the line in which it begins."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


class Text(str):
    """A text that knows the line in which it begins."""

    line: int


@dataclass(frozen=True)
class Document:
    """One document: its content, and the line in which it stands; 0 where its records have no lines."""

    content: Node
    line: int = 0


def read_documents(path: Path, source: Source) -> Iterator[Document | Fault]:
    """The documents of a file: one, or one for each line of JSON lines, where a line that cannot be read is a fault.

    Raises:
        Refused: it is not what the reader takes, in the sense of its format or of what is safe to read.
    """
    if source.reader == "json_lines":
        yield from _json_lines(path, source)
    elif source.reader == "json":
        yield Document(_json(path, _text(path, source)))
    elif source.reader == "yaml":
        yield Document(_yaml(path, _text(path, source)))
    else:
        yield Document(feed_document(path))


def first_document(path: Path, source: Source) -> Document | str:
    """The first document that can be read, to see what it is, or why there is none."""
    if not _may_hold(path, source):
        return f"it is no {_CALLED[source.reader]}"
    try:
        for found in itertools.islice(read_documents(path, source), _LINES_TRIED):
            if isinstance(found, Document):
                return found
    except Refused as refusal:
        return str(refusal)
    return "it holds no JSON, one document a line"


def _may_hold(path: Path, source: Source) -> bool:
    """Whether the first sign of a file lets it be what the reader takes; YAML has none, its name decides."""
    if source.reader == "yaml":
        return True
    with path.open("rb") as file:
        encoding = text_encoding(path, source.reading)
        start = file.read(4096).decode(encoding, errors="ignore").lstrip("\ufeff \t\r\n")
    return start.startswith("<" if source.reader == "feed" else ("{", "["))


def _json_lines(path: Path, source: Source) -> Iterator[Document | Fault]:
    number = 0
    with path.open(encoding=text_encoding(path, source.reading)) as file:
        try:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    try:
                        yield Document(_parsed(line), number)
                    except (ValueError, RecursionError) as error:
                        yield Fault(number, 1, "", line[:200], f"not JSON ({_reason(error)})")
        except UnicodeDecodeError as error:
            raise Refused(
                f"{path.name}: line {number + 1} or soon after is not UTF-8 text; export it again."
            ) from error


def _json(path: Path, text: str) -> Node:
    try:
        return _parsed(text)
    except json.JSONDecodeError as error:
        raise Refused(
            f"{path.name}: line {error.lineno}, column {error.colno}: not JSON ({error.msg}); export the file again."
        ) from error
    except (ValueError, RecursionError) as error:
        raise Refused(
            f"{path.name}: not JSON that can be trusted ({_reason(error)}); export the file again."
        ) from error


def _parsed(text: str) -> Node:
    # Numbers as written; raw control characters inside texts are common (GDELT) and do no harm.
    content: Node = json.loads(
        text, strict=False, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_without_doubles
    )
    return content


def _without_doubles(pairs: list[tuple[str, Node]]) -> dict[str, Node]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        doubled = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the name '{doubled}' stands twice in one object")
    return members


def _reason(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def _yaml(path: Path, text: str) -> Node:
    try:
        content: Node = yaml.load(text, _Texts)  # a loader that makes nothing but texts
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Refused(
            f"{path.name}: line {line}: not YAML that can be read ({error.problem}); mend that line."
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise Refused(f"{path.name}: not YAML that can be read; export the file again.") from error
    return content


class _Texts(yaml.BaseLoader):
    """Texts for all scalars ('NO' stays a country), None for what is written as null; no aliases: they can explode."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.get_event().start_mark  # type: ignore[no-untyped-call]  # its stubs leave it open
            raise yaml.constructor.ConstructorError(None, None, "an alias, which is not followed", mark)
        return super().compose_node(parent, index)


def _lined(loader: _Texts, node: yaml.MappingNode) -> Mapping:
    mapping = Mapping(node.start_mark.line + 1)
    for key, value in node.value:
        name = loader.construct_scalar(key)
        if name in mapping:
            raise yaml.constructor.ConstructorError(None, None, f"'{name}' stands twice in one object", key.start_mark)
        mapping[name] = loader.construct_object(value, deep=True)
    return mapping


def _scalar(loader: _Texts, node: yaml.ScalarNode) -> str | None:
    is_null = node.style is None and node.value in ("", "~", "null")
    if is_null:
        return None
    text = Text(loader.construct_scalar(node))
    text.line = node.start_mark.line + 1
    return text


_Texts.add_constructor("tag:yaml.org,2002:map", _lined)
_Texts.add_constructor("tag:yaml.org,2002:str", _scalar)


def _text(path: Path, source: Source) -> str:
    try:
        return path.read_text(encoding=text_encoding(path, source.reading))
    except UnicodeDecodeError as error:
        raise Refused(f"{path.name}: not {source.reading.encoding} text; save the file as UTF-8.") from error
