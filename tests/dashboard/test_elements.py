"""Elements made without Dash's look at their properties are the ones that Dash makes."""

import dash
from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder

from dashboard import elements
from dashboard.aria import aria
from dashboard.plain import plain


def written(component: Component) -> str:
    """As Dash itself sends it."""
    return PlotlyJSONEncoder(sort_keys=True).encode(component)


def test_an_element_says_what_dash_says() -> None:
    for kind in ("P", "Div", "Img", "Button"):
        own, theirs = (
            getattr(html, kind)("Text", className="a", **aria(label="b")) for html in (elements.html, dash.html)
        )
        assert isinstance(own, type(theirs))
        assert (written(own), plain(own), repr(own)) == (written(theirs), plain(theirs), repr(theirs))


def test_an_element_within_another_is_found_by_dash() -> None:
    page = elements.html.Div([elements.Link("Text", href="/media", id="there"), None])
    assert page["there"].href == "/media"
    assert written(page) == written(dash.html.Div([dash.dcc.Link("Text", href="/media", id="there"), None]))
