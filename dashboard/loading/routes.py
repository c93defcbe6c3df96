"""The addresses under /loading/: what a reader of this machine may do with a file. Each answers with the card's HTML."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from flask import Blueprint, render_template, request
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from dashboard.catalogue import catalogue
from dashboard.errors import DashboardError, NoSnapshotError
from dashboard.loading import job
from dashboard.loading.documents import Choices
from dashboard.loading.uploads import Upload, Uploads
from dashboard.loopback import is_loopback
from dashboard.snapshot import Published
from dashboard.words import number

LARGEST_FILE = 50_000_000  # bytes
HEADER = "X-Campaign-Dashboard"  # a page of another site cannot send it without being allowed to, and nobody is
_log = logging.getLogger(__name__)

Answer = tuple[str, int]


class StrangerError(DashboardError):
    """A request that this dashboard's own page did not send."""


def loading_routes(data_dir: Path, published: Published) -> Blueprint:
    """The routes for one data directory. All of them are POST, and refuse what the page itself has not sent."""
    routes = Blueprint("loading", __name__, url_prefix="/loading", template_folder="templates")
    desk = _Desk(data_dir, published, Uploads(data_dir))
    routes.before_request(_refuse_strangers)
    for rule, view in {
        "/": desk.welcome,
        "/upload": desk.upload,
        "/<ident>": desk.show,
        "/<ident>/load": desk.load,
        "/<ident>/discard": desk.discard,
    }.items():
        routes.add_url_rule(rule, view_func=view, methods=["POST"])
    routes.register_error_handler(StrangerError, lambda stranger: (str(stranger), 403))
    routes.register_error_handler(DashboardError, lambda refusal: (desk.welcome(str(refusal)), 400))
    routes.register_error_handler(ValidationError, lambda _: (desk.welcome("That cannot be chosen here."), 400))
    routes.register_error_handler(RequestEntityTooLarge, lambda _: (desk.welcome(desk.too_large), 413))
    routes.register_error_handler(Exception, desk.fault)
    return routes


def _refuse_strangers() -> None:
    """Only the page itself may use the routes, under a name that no other machine can have (a name can be rebound)."""
    host = urlsplit(f"//{request.host}").hostname or ""
    same_origin = request.headers.get("Origin") == f"{request.scheme}://{request.host}"
    if not (is_loopback(host) and same_origin and request.headers.get(HEADER) == "loading"):
        raise StrangerError("Only the dashboard's own page on this machine can load files.")


@dataclass(frozen=True)
class _Desk:
    data_dir: Path
    published: Published
    uploads: Uploads

    @property
    def too_large(self) -> str:
        command = f"campaign-etl load FILE --data-dir {self.data_dir}"
        return f"This page takes files of up to {LARGEST_FILE // 1_000_000} MB. Load a larger one in a terminal: {command}"

    def welcome(self, said: str = "") -> str:
        self.uploads.sweep()
        return render_template("waiting.html", said=said, too_large=self.too_large, largest=LARGEST_FILE)

    def upload(self) -> str:
        request.max_content_length = LARGEST_FILE
        self.uploads.sweep()
        upload = self.uploads.keep(request.args.get("name", ""), request.stream)
        return render_template("looking.html", upload=upload)

    def show(self, ident: str) -> str:
        upload = self.uploads.find(ident)
        if progress := job.progress(upload):
            return render_template("progress.html", upload=upload, progress=progress)
        return self._inspected(upload)
