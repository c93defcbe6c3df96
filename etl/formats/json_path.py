"""Paths into a nested document, in the notation of JSONPath (RFC 9535), of which a source needs little.

``$`` is the document, ``.name`` and ``['name']`` a member, ``[0]`` an element, ``[*]`` every element. A column's path
begins at the record (``contact.email``), at the document (``$.lastUpdate``) or, with ``^``, at the element around the
record (``^.email_address``): the one addition to the notation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Node = dict[str, "Node"] | list["Node"] | str | bool | None  # numbers stay as they are written
EVERY = None  # the step [*]

_STEP = re.compile(r"""\.?([^.\[\]'"]+)|\[(?:'([^']+)'|"([^"]+)"|(\d+)|(\*))\]""")


@dataclass(frozen=True)
class JsonPath:
    """A path: where it begins, and its steps: a name, an index, or EVERY."""

    start: Literal["$", "^", ""]
    steps: tuple[str | int | None, ...]


@dataclass(frozen=True)
class Place:
    """A record of a document and what is around it; ``found`` is false where a list that should hold it is not there,
    or (then ``is_empty``) holds nothing."""

    record: Node
    around: Node
    found: bool = True
    is_empty: bool = False


@lru_cache
def parse_path(text: str) -> JsonPath:
    """The path that a text writes.

    Raises:
        ValueError: it is none.
    """
    start: Literal["$", "^", ""] = "$" if text[:1] == "$" else "^" if text[:1] == "^" else ""
    steps: list[str | int | None] = []
    at = len(start)
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None:
            raise ValueError(f"'{text}' is no path such as $.list[*], name or ['a name'].inner")
        plain, single, double, index, every = match.groups()
        steps.append(EVERY if every else int(index) if index else plain or single or double)
        at = match.end()
    return JsonPath(start, tuple(steps))


def look_up(path: JsonPath, place: Place, document: Node) -> tuple[bool, Node]:
    """Whether the document has what a path without ``[*]`` names, and that."""
    node = {"$": document, "^": place.around, "": place.record}[path.start]
    for step in path.steps:
        there, node = _member(node, step)
        if not there:
            return False, None
    return True, node


def places(path: JsonPath, document: Node) -> Iterator[Place]:
    """Every record that a path names, in the order of the document."""
    return _walk(document, path.steps, document)


def _walk(node: Node, steps: tuple[str | int | None, ...], around: Node) -> Iterator[Place]:
    for index, step in enumerate(steps):
        if step is not EVERY:
            there, node = _member(node, step)
            if not there:
                yield Place(None, around, found=False)
                return
        elif not isinstance(node, list) or not node:
            yield Place(None, around, found=False, is_empty=isinstance(node, list))
            return
        else:
            rest = steps[index + 1 :]
            for element in node:
                yield from _walk(element, rest, element) if rest else (Place(element, around),)
            return
    yield Place(node, around)


def _member(node: Node, step: str | int | None) -> tuple[bool, Node]:
    if isinstance(node, dict) and isinstance(step, str) and step in node:
        return True, node[step]
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return True, node[step]
    return False, None
