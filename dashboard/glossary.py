"""The words of the dashboard and what they mean: one source for the glossary page and for the hints on other pages."""

import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).parent / "glossary.toml"


class Term(BaseModel):
    """One word. labels: the head figures that it explains."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    word: str
    meaning: str
    labels: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """Where it stands on the glossary page."""
        return f"word-{self.word.lower().replace(' ', '-')}"


class _Glossary(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    terms: tuple[Term, ...]


@cache
def terms() -> tuple[Term, ...]:
    """Every word, in the order of the file: from signatures to snapshots."""
    return _Glossary.model_validate(tomllib.loads(_FILE.read_text(encoding="utf-8"))).terms


@cache
def term_for(label: str) -> Term | None:
    """The word that explains a head figure, if there is one."""
    return next((term for term in terms() if label in term.labels), None)
