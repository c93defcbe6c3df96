"""Everything a report says, asked once, by the same answers as the pages."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

import pandas as pd

from dashboard.analysis.reach import with_intervals
from dashboard.answers.answer import Answer
from dashboard.answers.forecast import forecast
from dashboard.answers.media import media
from dashboard.answers.momentum import momentum_in_brief
from dashboard.answers.reach import by_country, reach_in_brief
from dashboard.answers.under_reached import under_reached_in_brief
from dashboard.ask import Ask
from dashboard.catalogue import catalogue
from dashboard.reports.language import Language
from dashboard.reports.parts import Requested
from dashboard.snapshot import Snapshot

_MONTH = timedelta(days=28)


@dataclass(frozen=True)
class Facts:
    """ask: with the campaign, the network and the last day chosen. earlier: the same at the time of the last report;
    since_last: there was one, else it is four weeks before.
    """

    ask: Ask
    earlier: Ask
    language: Language
    network_title: str
    is_protected: bool
    are_public: bool
    since_last: bool

    @property
    def until(self) -> date:
        """The last day of the report."""
        return self.ask.as_of

    @cached_property
    def people(self) -> int:
        """Signatures of people in all."""
        return int(self.ask.totals.signatures)

    @cached_property
    def people_before(self) -> int:
        """The same at the time of the last report."""
        return int(self.earlier.totals.signatures)

    @cached_property
    def reach(self) -> Answer:
        """The answer of the page Reach."""
        return reach_in_brief(self.ask)

    @cached_property
    def momentum(self) -> Answer:
        """The answer of the page Momentum."""
        return momentum_in_brief(self.ask)

    @cached_property
    def forecast(self) -> Answer:
        """The forecast of the page Momentum."""
        return forecast(self.ask)

    @cached_property
    def under_reached(self) -> Answer:
        """The answer of the page Under-reached."""
        return under_reached_in_brief(self.ask)

    @cached_property
    def media(self) -> Answer:
        """The answer of the page Media."""
        return media(self.ask)

    @cached_property
    def countries(self) -> pd.DataFrame:
        """Countries by signatures with their intervals, named in the reader's language."""
        return self.named(with_intervals(by_country(self.ask)), "name")

    @cached_property
    def kinds(self) -> pd.DataFrame:
        """Kinds of institution by signatures, named in the reader's language."""
        rows = self.ask("reach_by_type")
        return rows.assign(label=rows["label"].map(self.language.say))

    @cached_property
    def members(self) -> pd.DataFrame:
        """The network's sites and signatures by country."""
        return self.named(self.ask("members_by_country"), "country_name")

    @cached_property
    def members_before(self) -> int:
        """Signatures of the network's members at the time of the last report."""
        return int(self.earlier("members_by_country")["signatures"].sum())

    @cached_property
    def institutions(self) -> pd.DataFrame:
        """Institutions of the network that may be named."""
        return self.named(self.ask("members_named"), "country_name")

    def named(self, rows: pd.DataFrame, column: str) -> pd.DataFrame:
        """The same rows with countries' names in the reader's language; iso2 says which."""
        pairs = zip(rows["iso2"], rows[column], strict=True)
        return rows.assign(**{column: [self.language.country(iso2, name) for iso2, name in pairs]})

    def told(self, rows: pd.DataFrame, count: str, *others: str) -> pd.DataFrame:
        """The same rows; where counts are protected, none reads as missing: there may be people in hidden groups.

        others: columns that follow from the count.
        """
        if not self.is_protected:
            return rows
        hidden = rows[count] == 0
        return rows.assign(**{name: rows[name].convert_dtypes().mask(hidden) for name in (count, *others)})

    def count(self, value: int) -> str:
        """A number of people in words; a protected one is not exact."""
        said = self.language.count("%(n)s person", "%(n)s people", value)
        return self.language.say("about %(people)s", people=said) if self.is_protected else said


def earlier_ask(ask: Ask, requested: Requested, since: Snapshot | None) -> Ask:
    """What the last report was asked of: the snapshot of then, else the present one up to that day."""
    if since is not None:
        filters = replace(ask.filters, as_of=requested.since_day)
        return Ask(since, filters, catalogue(since))
    return ask.with_filters(as_of=requested.since_day or ask.as_of - _MONTH)
