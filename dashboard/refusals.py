"""What a request is told that cannot be answered: one sentence, and never how the server is made."""

import logging
from uuid import uuid4

from dash.exceptions import DashException
from flask import Flask, Response
from werkzeug.exceptions import HTTPException

from dashboard.errors import DashboardError

_log = logging.getLogger(__name__)
_SENTENCES = {
    400: "That request cannot be read.",
    404: "There is nothing here.",
    405: "That cannot be done here.",
    413: "That request is too large.",
}


def refuse_in_a_sentence(server: Flask) -> None:
    """Give a server its sentences for refusals, for what is not there, and for faults of our own."""

    def refused(refusal: DashboardError) -> Response:
        return _said(str(refusal), 404)

    def not_there(_: DashException) -> Response:
        return _said(_SENTENCES[404], 404)

    def not_understood(error: HTTPException) -> Response:
        status = error.code or 400
        return _said(_SENTENCES.get(status, f"{error.name}."), status)

    def fault(error: Exception) -> Response:
        ident = uuid4().hex[:8]
        _log.exception("failure %s", ident, exc_info=error)
        return _said(f"That did not work, and it is our fault. (In the log: {ident})", 500)

    server.register_error_handler(DashboardError, refused)
    server.register_error_handler(DashException, not_there)
    server.register_error_handler(HTTPException, not_understood)
    server.register_error_handler(Exception, fault)


def _said(sentence: str, status: int) -> Response:
    return Response(sentence, status, mimetype="text/plain")
