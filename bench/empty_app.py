"""The yardstick for callbacks: an app whose only callback gives back what it got. Served as bench.empty_app:server."""

from dash import Dash, Input, Output, dcc, html


def create_app() -> Dash:
    """A page with one field and one callback that does nothing with it."""
    app = Dash(__name__, compress=True, assets_ignore=".*")
    app.layout = html.Div([dcc.Input(id="said", value=""), html.Div(id="heard")])

    @app.callback(Output("heard", "children"), Input("said", "value"))
    def repeat(said: str) -> str:
        return said

    return app


server = create_app().server
