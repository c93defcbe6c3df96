"""What is made of reference files, made once in a process: a large lexicon takes a good part of a small load."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from etl.resolve.reference import Reference

Made = TypeVar("Made")


class Once(Generic[Made]):
    """Makes something of reference files, and makes it again only where their content is another one."""

    def __init__(self, make: Callable[[Reference], Made], files: Sequence[str]) -> None:
        """``files``: all that ``make`` reads."""
        self._make, self._files = make, list(files)
        self._made: dict[str, Made] = {}  # the latest only, by the content of its files

    def __call__(self, reference: Reference) -> Made:
        """What the files of ``reference`` make."""
        content = reference.digest(self._files)
        if content not in self._made:
            self._made = {content: self._make(reference)}
        return self._made[content]
