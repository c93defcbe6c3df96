"""The "?" beside a term: a short explanation on hover and focus, and the way to the glossary."""

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.aria import aria
from dashboard.glossary import Term
from dashboard.words import unbroken

_WIDTH = 300


def hint(term: Term, address: str) -> Component:
    """A link to the word in the glossary that shows its meaning when it is pointed at or reached by keyboard.

    It opens a tab of its own, so that the reader's place stays. address: the filters, which the glossary's links keep.
    """
    words = [html.Span("?", **aria(hidden="true")), html.Span(f"What “{term.word}” means", className="unseen")]
    link = dcc.Link(words, href=f"/glossary{address}#{term.anchor}", target="_blank", className="hint")
    shown: Component = dmc.Tooltip(
        link,
        label=unbroken(term.meaning),
        multiline=True,
        w=_WIDTH,
        events={"hover": True, "focus": True, "touch": True},
    )
    return shown
