"""How answers travel: compressed, and kept by a browser for as long as their address names their content."""

from flask import Flask, Response, request
from flask_compress import Compress

_LARGEST_REQUEST = 1_000_000  # bytes; a callback sends a few hundred
_A_YEAR = 365 * 24 * 60 * 60  # seconds
_COMPRESSED = [
    "application/geo+json",  # the boundaries: what is usually compressed leaves this type out
    "application/javascript",
    "application/json",
    "text/css",
    "text/csv",
    "text/html",
    "text/javascript",
]


def deliver_well(server: Flask) -> None:
    """Give a server limits for what comes in, and compression and keeping for what goes out."""
    server.config["MAX_CONTENT_LENGTH"] = _LARGEST_REQUEST
    server.config["COMPRESS_MIMETYPES"] = _COMPRESSED
    Compress(server)
    server.after_request(_kept)


def _kept(response: Response) -> Response:
    """A file that stands under another address as soon as it changes is asked for once a year."""
    asset = request.path.startswith("/assets/") and "m" in request.args
    script = request.path.startswith("/_dash-component-suites/") and response.cache_control.max_age
    if response.status_code == 200 and (asset or script):
        response.headers["Cache-Control"] = f"public, max-age={_A_YEAR}, immutable"
    return response
