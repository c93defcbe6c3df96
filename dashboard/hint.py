"""The "?" beside a term: a short explanation on hover and focus, and the way to the glossary."""

from dash.development.base_component import Component

from dashboard.aria import aria
from dashboard.elements import html
from dashboard.glossary import Term
from dashboard.words import unbroken


def hint(term: Term, address: str) -> Component:
    """A link to the word in the glossary that shows its meaning when it is pointed at or reached by keyboard.

    It opens a tab of its own, so that the reader's place stays. address: the filters, which the glossary's links keep.
    """
    words = [html.Span("?", **aria(hidden="true")), html.Span(f"What “{term.word}” means", className="unseen")]
    href, ident = f"/glossary{address}#{term.anchor}", f"hint-{term.anchor}"
    link = html.A(words, href=href, target="_blank", className="hint", **aria(describedby=ident))
    return html.Span([link, html.Span(unbroken(term.meaning), id=ident, role="tooltip")], className="hinted")
