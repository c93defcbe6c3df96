"""Where a bar or a flag of a figure or a name in a table leads: to the view in which only its country, kind of
institution or days are chosen, or back.
"""

from dataclasses import replace
from datetime import timedelta

import pandas as pd

from dashboard.ask import Ask
from dashboard.catalogue import MEMBER_STATES
from dashboard.filters import Filters
from dashboard.left_out import LeftOut

_A_DAY = timedelta(1)
_ANY = "ANY-COUNTRY"  # in the place of a code; no campaign has an id in capitals


def choosable_countries(ask: Ask, countries: pd.DataFrame) -> pd.DataFrame:
    """Add link (the address that chooses the country, or takes it off), outlined (chosen by name) and chosen (in view).
    Needs iso2, is_member_state."""
    filters = ask.filters
    codes, named = countries["iso2"].tolist(), countries["iso2"].isin(filters.countries)
    group = countries["is_member_state"] if MEMBER_STATES in filters.countries else not filters.countries
    links = _to_countries(filters, codes)
    return countries.assign(link=links, outlined=named, chosen=named | group)


def choosable_types(ask: Ask, types: pd.DataFrame) -> pd.DataFrame:
    """Add link (the address that chooses the kind, or takes it off) and chosen (all that is there is in view)."""
    links = [ask.filters.toggled(institution_type=code).to_address() for code in types["institution_type"]]
    return types.assign(link=links, chosen=True)


def choosable_events(ask: Ask, events: pd.DataFrame) -> pd.DataFrame:
    """Add link: the address that chooses the days from an event up to the one before the next event, or takes them off.
    Needs day."""
    later = [day.date() for day in ask.days("events", from_day=None, to_day=ask.as_of)["day"]]
    begins = [day.date() for day in events["day"]]
    ends = [min((other - _A_DAY for other in later if other > day), default=ask.as_of) for day in begins]
    spans = [(day, max(day, end)) for day, end in zip(begins, ends, strict=True)]
    return events.assign(link=[ask.filters.toggled(days=days).to_address() for days in spans])


def links_in_table(ask: Ask, rows: pd.DataFrame) -> dict[str, list[str]]:
    """Where the names of countries and kinds in a table lead, and to what would be without a part, under the names of
    their columns; rows may have iso2, institution_type and without."""
    links: dict[str, list[str]] = {}
    if "iso2" in rows:
        links["name"] = _to_countries(ask.filters, rows["iso2"].tolist())
    if "institution_type" in rows:
        kinds = rows["institution_type"].unique()
        to_kind = {kind: ask.filters.toggled(institution_type=kind).to_address() for kind in kinds}
        links["label"] = [to_kind[kind] for kind in rows["institution_type"]]
    if "without" in rows:
        parts = [LeftOut.read(text, ask.known) for text in rows["without"]]
        links["what_if"] = [replace(ask.filters, left_out=part).to_address() for part in parts]
    return links


def _to_countries(filters: Filters, codes: list[str]) -> list[str]:
    """Where each country leads. The addresses differ only in its code, so that one is written for all that are not
    chosen yet."""
    before, after = replace(filters, countries=(_ANY,)).to_address().split(_ANY)
    return [
        filters.toggled(country=code).to_address() if code in filters.countries else f"{before}{code}{after}"
        for code in codes
    ]
