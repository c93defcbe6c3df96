"""A question to the snapshot: its SQL, and the words that stand with it."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.errors import UnknownQuestionError

_FOLDER = Path(__file__).parent / "metrics"
_FIELD = re.compile(r"^-- (title|unit|counted): (.+)$")
_CONTINUED = re.compile(r"^--   (\S.*)$")


@dataclass(frozen=True)
class Metric:
    """One file of dashboard/metrics/. The words come from its head comment and are what readers see.

    title: what is shown. unit: of its main number. counted: the rule, shown as "How is this computed?".
    """

    name: str
    title: str
    unit: str
    counted: str
    sql: str


def metric_names() -> list[str]:
    """Every question that has a file, in alphabetical order."""
    return sorted(path.stem for path in _FOLDER.glob("*.sql"))


@cache
def metric(name: str) -> Metric:
    """The question of that name. Raises UnknownQuestionError where there is no such file."""
    if name not in metric_names():
        raise UnknownQuestionError(f"There is no question '{name}'; questions are: {', '.join(metric_names())}.")
    sql = (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    words = _head_words(sql)
    return Metric(name, words["title"], words["unit"], words["counted"], sql)


def _head_words(sql: str) -> dict[str, str]:
    words: dict[str, str] = {}
    field = ""
    for line in sql.splitlines():
        if found := _FIELD.match(line):
            field = found[1]
            words[field] = found[2]
        elif field and (more := _CONTINUED.match(line)):
            words[field] += " " + more[1]
        else:
            field = ""
    return words
