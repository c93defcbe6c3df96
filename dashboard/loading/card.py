"""The place of the card "Load a file" on the page. Its content comes from the routes; assets/loading.js fetches it."""

from dash import ClientsideFunction, Dash, Input, Output
from dash.development.base_component import Component

from dashboard.aria import aria
from dashboard.elements import html


def loading_place() -> Component:
    """An empty card. It stands outside the pages, so that a new snapshot does not disturb what is done in it."""
    return html.Div(html.Section(id="load-card", className="card", **aria(label="Load a file")), id="load", hidden=True)


def follow_page(app: Dash) -> None:
    """Show the card on the page Data, and on every page while nothing has been published."""
    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        ClientsideFunction("loading", "show"),
        Output("load", "hidden"),
        Input("address", "pathname"),
        Input("campaign", "data"),
        Input("current", "data"),
    )
