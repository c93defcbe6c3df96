"""The web application: a factory that puts the parts together, and that nothing else imports."""

from pathlib import Path

from dash import Dash

from dashboard.delivery import deliver_well
from dashboard.loading.card import follow_page, loading_place
from dashboard.loading.routes import loading_routes
from dashboard.reports.route import register_packs
from dashboard.router import explain_failure, register
from dashboard.rows import register_rows
from dashboard.shell import frame
from dashboard.snapshot import Published

_FOLDER = Path(__file__).parent


def create_app(published: Path, loading: Path | None = None) -> Dash:
    """A dashboard of the snapshots in that folder. Nothing is opened before the first request, so it can be forked.

    loading: the data directory into which readers may load files; only for a server that nobody else can reach.
    """
    app = Dash(
        "dashboard",
        title="Campaign dashboard",
        update_title="",
        assets_folder=str(_FOLDER / "assets"),
        index_string=(_FOLDER / "index.html").read_text(encoding="utf-8"),
        serve_locally=True,
        on_error=explain_failure,
        suppress_callback_exceptions=True,  # figures come and go with the pages
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    deliver_well(app.server)
    app.layout = frame([loading_place()] if loading else [])
    snapshots = Published(published)
    register(app, snapshots, loading is not None)
    register_rows(app.server, snapshots)
    register_packs(app.server, published, snapshots)
    if loading:
        app.server.register_blueprint(loading_routes(loading, snapshots))
        follow_page(app)
    return app
