"""One reader's request: a snapshot, their filters, and the questions asked with them."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Self

import pandas as pd

from dashboard.access.roles import Role
from dashboard.analysis.daily_counts import DailyCounts, Part
from dashboard.analysis.periods import on_days
from dashboard.analysis.totals import Totals, totals
from dashboard.catalogue import MEMBER_STATES, Campaign, Catalogue
from dashboard.filters import Days, Filters
from dashboard.metric import metric
from dashboard.palette import LIGHT, Palette
from dashboard.snapshot import Rows, Snapshot

_EVERY_DAY: dict[str, Any] = {"from_day": None, "to_day": None, "as_of": None}


@dataclass(frozen=True)
class Ask:
    """ask("reach_by_country") runs that question of dashboard/metrics/ with the reader's filters.

    latest: the current snapshot, where it may be another than the one that is asked. palette: the colours of the scheme
    the reader looks at. role: who they are to the campaign. most: how many rows are wanted of a question that may have
    very many; None: all. spans: days, from the first to the last, each of which a question is asked for that names the
    leading one; none: those of the filters.
    """

    snapshot: Snapshot
    filters: Filters
    known: Catalogue
    palette: Palette = LIGHT
    most: int | None = None
    latest: Snapshot | None = None
    role: Role = Role.ORGANISER
    spans: tuple[Days, ...] = ()

    def __call__(self, question: str, **changed: Any) -> pd.DataFrame:
        """The rows of a question; a filter given by name here takes the place of the reader's own."""
        return self.snapshot.query(metric(question).sql, self._parameters(changed))

    def records(self, question: str, **changed: Any) -> list[dict[str, Any]]:
        """The same as plain values, for questions that have one row or a handful."""
        return self.snapshot.records(metric(question).sql, self._parameters(changed))

    def with_filters(self, **changed: Any) -> Self:
        """The same reader with other filters: those given by name here in the place of their own."""
        return replace(self, filters=replace(self.filters, **changed))

    def days(self, question: str, **changed: Any) -> pd.DataFrame:
        """The same as when called, for questions of which each row is of one day, and that have them in that order.

        They are asked of all days once, so that other days take no statement.
        """
        asked = replace(self.filters, **changed)
        return on_days(self(question, **changed | _EVERY_DAY), asked.from_day, asked.last_day)

    def counted(self, **changed: Any) -> DailyCounts:
        """Signatures by day and country; they are asked of all days once, too."""
        asked = replace(self.filters, **changed)
        every_day = self.snapshot.fetched(metric("totals").sql, self._parameters(changed | _EVERY_DAY), _by_day)
        return every_day.between(asked.from_day, asked.last_day)

    def _parameters(self, changed: dict[str, Any]) -> dict[str, object]:
        asked = replace(self.filters, **changed).to_parameters(self.known)
        spans = self.spans or [(asked["from_day"], asked["to_day"])]
        own = {
            "most": self.most,
            "as_of": self.as_of,
            "spans": [{"from_day": first, "to_day": last} for first, last in spans],
        }
        return asked | own

    @cached_property
    def campaign(self) -> Campaign:
        """The campaign that is shown."""
        campaign = self.known.campaign(self.filters.campaign_id)
        assert campaign is not None, "filters are checked against the catalogue before anything is asked"
        return campaign

    @cached_property
    def totals(self) -> Totals:
        """The answer totals, which every card's footer needs too."""
        return totals(self.counted(), self.known.codes((MEMBER_STATES,)))

    @cached_property
    def institutions(self) -> int:
        """How many institutions signers named."""
        return int(self.records("institutions_named")[0]["institutions"])

    @cached_property
    def as_of(self) -> date:
        """The day up to which things are known: the one asked for, else the day the snapshot was built on."""
        built_on = self.campaign.day_of(self.snapshot.built_at)
        return min(self.filters.as_of or built_on, built_on)

    @cached_property
    def last_finished_day(self) -> date:
        """The last day that counts whole. The day of as_of does, by definition."""
        finished = self.campaign.last_finished_day(self.snapshot.built_at)
        return self.as_of if self.filters.as_of else finished


def _by_day(totals: Rows) -> tuple[DailyCounts, int]:
    columns = totals.fetchnumpy()
    is_people = (columns["signer_kind"] == "person").tolist()
    parts = map(Part, columns["country"], is_people, columns["is_known_type"].tolist())
    counted = DailyCounts.of(columns["day"], list(parts), columns["signatures"])
    return counted, counted.counts.size
