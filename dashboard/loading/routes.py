"""The addresses under /loading/: what a reader at this machine may do with a file. All answer with the card's HTML."""

import logging
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from flask import Blueprint, request
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from dashboard.errors import DashboardError
from dashboard.loading.desk import LARGEST_FILE, Desk
from dashboard.loading.documents import Choices
from dashboard.loopback import is_loopback
from dashboard.snapshot import Published

HEADER = "X-Campaign-Dashboard"  # a page of another site cannot send it without being allowed to, and nobody is
_log = logging.getLogger(__name__)


class StrangerError(DashboardError):
    """A request that this dashboard's own page did not send."""


def loading_routes(data_dir: Path, published: Published) -> Blueprint:
    """The routes for one data directory. All of them are POST, and refuse what the page itself has not sent."""
    routes = Blueprint("loading", __name__, url_prefix="/loading", template_folder="templates")
    desk = Desk(data_dir, published)

    @routes.post("/")
    def welcome() -> str:
        return desk.welcome()

    @routes.post("/upload")
    def take() -> str:
        request.max_content_length = LARGEST_FILE  # all other requests keep the application's own limit
        return desk.take(request.args.get("name", ""), request.stream)

    @routes.post("/<ident>")
    def show(ident: str) -> str:
        return desk.show(ident, _choices())

    @routes.post("/<ident>/describe")
    def describe(ident: str) -> str:
        return desk.describe(ident, _choices())

    @routes.post("/<ident>/load")
    def load(ident: str) -> str:
        return desk.load(ident, _choices())

    @routes.post("/<ident>/discard")
    def discard(ident: str) -> str:
        return desk.discard(ident)

    def explain(error: Exception) -> tuple[str, int]:
        if isinstance(error, HTTPException) and error.code is not None:
            return desk.welcome(f"That did not work ({error.name})."), error.code
        ident = uuid4().hex[:8]
        _log.exception("failure %s", ident, exc_info=error)
        return desk.welcome(f"That did not work, and it is our fault. (In the log: {ident})"), 500

    routes.before_request(_refuse_strangers)
    routes.register_error_handler(StrangerError, lambda stranger: (str(stranger), 403))
    routes.register_error_handler(DashboardError, lambda refusal: (desk.welcome(str(refusal)), 400))
    routes.register_error_handler(ValidationError, lambda _: (desk.welcome("That cannot be chosen here."), 400))
    routes.register_error_handler(RequestEntityTooLarge, lambda _: (desk.welcome(desk.too_large), 413))
    routes.register_error_handler(Exception, explain)
    return routes


def _refuse_strangers() -> None:
    """Only the page itself may use the routes, under a name that no other machine can have (a name can be rebound)."""
    host = urlsplit(f"//{request.host}").hostname or ""
    same_origin = request.headers.get("Origin") == f"{request.scheme}://{request.host}"
    if not (is_loopback(host) and same_origin and request.headers.get(HEADER) == "loading"):
        raise StrangerError("Only the dashboard's own page on this machine can load files.")


def _choices() -> Choices:
    return Choices.model_validate_json(request.get_data() or "{}")
