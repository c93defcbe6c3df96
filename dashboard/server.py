"""The server process: gunicorn with the app loaded once, before it forks."""

import gc
import socket
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from dashboard.access.doors import Doors
from dashboard.app import create_app
from dashboard.errors import DashboardError
from dashboard.log import AsJson, log_as_json

_THREADS = 8  # a request waits for DuckDB most of its time
_SILENT_SECONDS = 10  # a client that sends or takes nothing for so long is let go


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


class _Log(Logger):  # type: ignore[misc]  # gunicorn has no types
    """What gunicorn says, in the form of all that is logged."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(AsJson())


def _let_silent_clients_go(server: Any) -> None:
    """The sockets of clients inherit this from the one that listens."""
    waiting = struct.pack("ll", _SILENT_SECONDS, 0)
    for listener in server.LISTENERS:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, waiting)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, waiting)


def run(published: Path, host: str, port: int, workers: int, doors: Doors, loading: Path | None, log: bool) -> None:
    """Serve until interrupted. loading: the data directory into which readers may load files, if they may.
    log: whether every request is logged.

    Raises PortTakenError before anything is started.
    """
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as taken:
            raise PortTakenError(f"Port {port} on {host} is taken: choose another with --port.") from taken
    log_as_json(with_requests=log)
    app = create_app(published, loading, doors)
    flask: Flask = app.server
    # The first rendering of the index registers the paths of the components' scripts: every worker must know them.
    with flask.test_request_context("/"):
        flask.preprocess_request()
        app.index()  # type: ignore[no-untyped-call]  # Dash leaves it untyped
    gc.freeze()  # what is there now stays: no request waits until it has been looked through for waste
    bound = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    print(f"The dashboard is at http://{bound} (stop it with Ctrl-C)", flush=True)
    settings = {
        "bind": bound,
        "workers": workers,
        "threads": _THREADS,
        "worker_class": "gthread",
        "preload_app": True,
        "loglevel": "error",  # its warnings hold addresses of readers
        "logger_class": _Log,
        "control_socket_disable": True,
        "timeout": 60,  # a worker that does not move is replaced
        "graceful_timeout": 30,
        "keepalive": 5,
        "max_requests": 20_000,  # a worker is renewed now and then, not all at once
        "max_requests_jitter": 2_000,
        "when_ready": _let_silent_clients_go,
    }
    _Server(flask, settings).run()
