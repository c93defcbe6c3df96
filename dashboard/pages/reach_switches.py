"""The switches of Reach: how it is measured, which affiliations count."""

from dataclasses import replace

from dash.development.base_component import Component

from dashboard.charts.measures import MEASURES
from dashboard.elements import html
from dashboard.filters import CountedBy, Filters
from dashboard.switch import switch

_BY: dict[CountedBy, tuple[str, str]] = {
    "first": ("First affiliation", "by the affiliation that a person names first"),
    "each": ("Each", "a person counts whole in every country and kind of institution that they name"),
    "fractions": ("In shares", "a person with two affiliations counts half under each"),
}


def counted_by(filters: Filters) -> str:
    """Which affiliations count, in the words of a subtitle."""
    return _BY[filters.by][1]


def reach_switches(filters: Filters, path: str) -> Component:
    """Both switches, with the present choice marked. path: the page's own."""
    measures = [(words.switch, replace(filters, measure=measure)) for measure, words in MEASURES.items()]
    affiliations = [(label, replace(filters, by=by)) for by, (label, _) in _BY.items()]
    return html.Div(
        [
            switch("How reach is measured", measures, filters, path),
            switch("Which affiliations count", affiliations, filters, path),
        ],
        className="switches",
    )
