"""What a pack is made of: values without any layout, from which page, summary, tables and pictures are written."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.charts.theme import Figure

METADATA = "metadata.json"  # the file of a pack that says what it is
INTERNAL = "exact, internal"  # what its counts are then


@dataclass(frozen=True)
class Requested:
    """What a pack was asked for. since and since_day: the snapshot of the last pack and its day, with which this one is
    compared; without a snapshot the present one up to that day, without either up to four weeks before. is_internal:
    exact numbers, marked on every page. licence: what may be done with it.
    """

    campaign_id: str
    network_id: str
    language: str = "en"
    as_of: date | None = None
    since: str | None = None
    since_day: date | None = None
    is_internal: bool = False
    licence: str = ""


@dataclass(frozen=True)
class ReportTable:
    """ident: the name of its file. rows: columns of dashboard.columns, names already in the reader's language.

    is_on_page: too long a table is a file alone.
    """

    ident: str
    title: str
    definition: str
    rows: pd.DataFrame
    is_on_page: bool = True


@dataclass(frozen=True)
class ReportFigure:
    """ident: the name of its files. says: what it shows, for those who cannot see it."""

    ident: str
    title: str
    says: str
    figure: Figure


@dataclass(frozen=True)
class Section:
    """A chapter: its sentences, figures and tables."""

    ident: str
    title: str
    sentences: tuple[str, ...]
    figures: tuple[ReportFigure, ...] = ()
    tables: tuple[ReportTable, ...] = ()


@dataclass(frozen=True)
class Report:
    """title: of the campaign. subtitle: for whom and up to when. marks: said on every page. facts: one line each."""

    requested: Requested
    title: str
    subtitle: str
    marks: tuple[str, ...]
    sections: tuple[Section, ...]
    about: dict[str, str]

    @property
    def tables(self) -> list[ReportTable]:
        """The tables of all sections, in order."""
        return [table for section in self.sections for table in section.tables]

    @property
    def figures(self) -> list[ReportFigure]:
        """The figures of all sections, in order."""
        return [figure for section in self.sections for figure in section.figures]
