"""The server process: gunicorn with the app loaded once, before it forks."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from dashboard.app import create_app
from dashboard.errors import DashboardError
from dashboard.loopback import is_loopback

_THREADS = 4  # a request waits for DuckDB most of its time


class NotLoopbackError(DashboardError):
    """A host that others can reach."""


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


def run(published: Path, host: str, port: int, workers: int, loading: Path | None) -> None:
    """Serve until interrupted. loading: the data directory into which readers may load files, if they may.

    Raises NotLoopbackError and PortTakenError before anything is started.
    """
    if not is_loopback(host):
        raise NotLoopbackError(
            f"--host {host} could be reached by others, and nothing protects the page yet: use 127.0.0.1."
        )
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as taken:
            raise PortTakenError(f"Port {port} on {host} is taken: choose another with --port.") from taken
    flask = create_app(published, loading).server
    # The first rendering of the index registers the paths of the components' scripts: every worker must know them.
    flask.test_client().get("/")
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
