"""What do the words and numbers mean? Reached by links from every page."""

from dash.development.base_component import Component

from dashboard.ask import Ask
from dashboard.cards import sentence
from dashboard.elements import html
from dashboard.glossary import terms
from dashboard.metric import metric, metric_names
from dashboard.words import unbroken

PATH = "/glossary"
TITLE = "Glossary"


def layout(_ask: Ask) -> list[Component]:
    """The page; it is the same for every campaign."""
    figures = sorted((metric(name) for name in metric_names()), key=lambda one: one.title)
    return [
        sentence("What the words and numbers mean"),
        _definitions("Words", [(term.anchor, term.word, term.meaning) for term in terms()]),
        _definitions(
            "Figures, and how each is computed",
            [(f"computed-{one.name}", one.title, f"{one.counted} Unit: {one.unit}.") for one in figures],
        ),
    ]


def _definitions(title: str, defined: list[tuple[str, str, str]]) -> Component:
    """defined: anchor, what is defined, its definition."""
    entries = [html.Div([html.Dt(what), html.Dd(unbroken(meaning))], id=anchor) for anchor, what, meaning in defined]
    return html.Section([html.H2(title), html.Dl(entries, className="definitions")], className="card")
