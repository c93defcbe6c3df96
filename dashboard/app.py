"""The web application: a factory that puts the parts together, and that nothing else imports."""

from pathlib import Path

from dash import Dash

from dashboard.router import explain_failure, register
from dashboard.rows import register_rows
from dashboard.shell import frame
from dashboard.snapshot import Published

_LARGEST_REQUEST = 1_000_000  # bytes; a callback sends a few hundred


def create_app(published: Path) -> Dash:
    """A dashboard of the snapshots in that folder. Nothing is opened before the first request, so it can be forked."""
    app = Dash(
        "dashboard",
        title="Campaign dashboard",
        update_title="",
        assets_folder=str(Path(__file__).parent / "assets"),
        serve_locally=True,
        compress=True,
        on_error=explain_failure,
        suppress_callback_exceptions=True,  # figures come and go with the pages
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.server.config["MAX_CONTENT_LENGTH"] = _LARGEST_REQUEST
    app.layout = frame()
    snapshots = Published(published)
    register(app, snapshots)

    register_rows(app.server, snapshots)
    return app
