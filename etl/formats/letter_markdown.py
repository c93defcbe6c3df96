"""The list of supporters below an open letter, as Markdown.

Two layouts: bullets (``- **Name**: free text`` for a person, ``- Name (ACRONYM) - description`` for an organisation),
and a table ``Name | Description``. A table row may name several people: ``Board of X: A, B, C``.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from etl.errors import Refused
from etl.formats.records import Fault, Record
from etl.formats.source import Source

_SPACES = re.compile(r"\s+")


def read_letter(path: Path, source: Source) -> Iterator[Record | Fault]:
    """Every supporter, in the order of the letter; a bullet that names nobody is a fault.

    Raises:
        Refused: no UTF-8 text, or neither a bullet nor a table row in it.
    """
    try:
        text = path.read_text(encoding=source.reading.encoding)
    except UnicodeDecodeError as error:
        raise Refused(f"{path.name}: not {source.reading.encoding} text; save the file as UTF-8.") from error
    tokens = MarkdownIt("commonmark").enable("table").parse(text.removeprefix("\ufeff"))
    found = False
    for index, token in enumerate(tokens):
        line = token.map[0] + 1 if token.map else 0
        if token.type == "list_item_open":
            found = True
            yield from _bullet(tokens[index + 2], line)
        elif token.type == "tr_open" and tokens[index + 1].type == "td_open":
            found = True
            cells = [_text(cell) for cell in tokens[index + 1 : _row_end(tokens, index)] if cell.type == "inline"]
            yield from _row(cells, line)
    if not found:
        raise Refused(f"{path.name}: no list and no table of supporters in it.")


def _bullet(inline: Token, line: int) -> Iterator[Record | Fault]:
    children = inline.children or []
    strong = [index for index, child in enumerate(children) if child.type.startswith("strong_")]
    if len(strong) >= 2 and not "".join(child.content for child in children[: strong[0]]).strip():
        name = _text_of(children[strong[0] + 1 : strong[1]])
        rest = _text_of(children[strong[1] + 1 :]).lstrip(":–- ")
        yield _person(line, 1, name, rest)
        return
    name, dash, _description = _text(inline).partition(" - ")
    if dash:
        yield Record(line, 1, {"name": name, "affiliation": name, "signer_kind": "organisation"})
    else:
        reason = "neither '- **Name**: …' (a person) nor '- Name - …' (an organisation)"
        yield Fault(line, 1, "", _text(inline)[:200], reason)


def _row(cells: list[str], line: int) -> Iterator[Record | Fault]:
    name, description = [*cells, "", ""][:2]
    if not name:
        yield Fault(line, 1, "Name", "", "no name in this row")
        return
    group, colon, members = name.partition(":")
    people = [person.strip() for person in members.split(",") if person.strip()]
    if colon and len(people) > 1:
        for part, person in enumerate(people, start=1):
            yield _person(line, part, person, group.strip())
    else:
        yield _person(line, 1, name, description)


def _person(line: int, part: int, name: str, affiliation: str) -> Record:
    bare = affiliation.removeprefix(name).lstrip(" :") if affiliation.startswith(name) else affiliation
    return Record(line, part, {"name": name.rstrip(": "), "affiliation": bare, "signer_kind": "person"})


def _row_end(tokens: list[Token], start: int) -> int:
    return next(index for index in range(start, len(tokens)) if tokens[index].type == "tr_close")


def _text(inline: Token) -> str:
    return _text_of(inline.children or [])


def _text_of(children: list[Token]) -> str:
    """The words a reader sees: a link is its text, an image nothing, a line break a space."""
    pieces = [
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in children
        if child.type != "image"
    ]
    return _SPACES.sub(" ", "".join(pieces)).strip()
