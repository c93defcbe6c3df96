"""The web application: a factory that puts the parts together, and that nothing else imports."""

import re
from pathlib import Path

from dash import Dash

from dashboard.access.doors import Doors
from dashboard.access.gate import guard
from dashboard.access.reader import PublishedForReader
from dashboard.access.routes import sign_in_routes
from dashboard.answered_before import answer_as_before
from dashboard.asset import ASSETS, asset_address
from dashboard.delivery import deliver_well
from dashboard.headers import protect_browsers
from dashboard.health import register_health
from dashboard.loading.card import follow_page, loading_place
from dashboard.loading.routes import loading_routes
from dashboard.log import log_requests
from dashboard.posted import check_posts
from dashboard.refusals import refuse_in_a_sentence
from dashboard.reports.route import register_packs
from dashboard.router import explain_failure, register
from dashboard.rows import register_rows
from dashboard.shell import frame
from dashboard.snapshot import Published

_FOLDER = Path(__file__).parent
_PLOTLY = "vendor/plotly.min.js"
_POLYFILL = re.compile(r'<script src="[^"]*/polyfill@[^"]*"></script>')


class _Dashboard(Dash):
    """With the scripts that a current browser needs, and no sooner than it needs them: assets/vendor/README.md."""

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]  # Dash gives each part by name
        parts["metas"] += f'<link rel="preload" as="script" fetchpriority="low" href="{asset_address(_PLOTLY)}">'
        parts["scripts"] = _POLYFILL.sub("", parts["scripts"])
        return str(super().interpolate_index(**parts))  # type: ignore[no-untyped-call]  # Dash leaves it untyped


def create_app(published: Path, loading: Path | None = None, doors: Doors | None = None) -> Dash:
    """A dashboard of the snapshots in that folder. Nothing is opened before the first request, so it can be forked.

    loading: the data directory into which readers may load files; only for a server that nobody else can reach.
    doors: how readers are told apart; without them everybody at this machine is an organiser, and nobody else comes in.
    """
    app = _Dashboard(
        "dashboard",
        title="Campaign dashboard",
        update_title="",
        assets_folder=str(ASSETS),
        assets_ignore=re.escape(Path(_PLOTLY).name),
        index_string=(_FOLDER / "index.html").read_text(encoding="utf-8"),
        serve_locally=True,
        on_error=explain_failure,
        suppress_callback_exceptions=True,  # figures come and go with the pages
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    doors = doors or Doors()
    snapshots = PublishedForReader(published)
    log_requests(app.server)
    guard(app.server, doors)
    answer_as_before(app.server, snapshots)
    check_posts(app)
    refuse_in_a_sentence(app.server)
    deliver_well(app.server)
    app.layout = frame([loading_place()] if loading else [])
    register(app, snapshots, loading is not None)
    register_health(app.server, Published(published))
    register_rows(app.server, snapshots)
    register_packs(app.server, published, snapshots)
    if doors.accounts:
        app.server.register_blueprint(sign_in_routes(doors, doors.accounts))
    if loading:
        app.server.register_blueprint(loading_routes(loading, snapshots))
        follow_page(app)
    protect_browsers(app)
    return app
