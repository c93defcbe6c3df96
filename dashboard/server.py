"""The server process: gunicorn with the app loaded once, before it forks."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from dashboard.access.doors import Doors
from dashboard.app import create_app
from dashboard.errors import DashboardError

_THREADS = 4  # a request waits for DuckDB most of its time


class PortTakenError(DashboardError):
    """A port on which something else listens."""


class _Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    def __init__(self, flask: Flask, settings: dict[str, Any]) -> None:
        self._flask, self._settings = flask, settings
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        return self._flask


def run(published: Path, host: str, port: int, workers: int, doors: Doors, loading: Path | None) -> None:
    """Serve until interrupted. loading: the data directory into which readers may load files, if they may.

    Raises PortTakenError before anything is started.
    """
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as taken:
            raise PortTakenError(f"Port {port} on {host} is taken: choose another with --port.") from taken
    app = create_app(published, loading, doors)
    flask: Flask = app.server
    # The first rendering of the index registers the paths of the components' scripts: every worker must know them.
    with flask.test_request_context("/"):
        flask.preprocess_request()
        app.index()  # type: ignore[no-untyped-call]  # Dash leaves it untyped
    bound = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    print(f"The dashboard is at http://{bound} (stop it with Ctrl-C)", flush=True)
    settings = {
        "bind": bound,
        "workers": workers,
        "threads": _THREADS,
        "worker_class": "gthread",
        "preload_app": True,
        "loglevel": "warning",
        "control_socket_disable": True,
    }
    _Server(flask, settings).run()
